import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/base/errors/app-error'
import { DEVICE_COUNT_MAX, sessionPolicyOf } from '@/lib/domain/sessions/session-policy'
import type { SessionChoices, SignedOutToken } from '@/lib/domain/sessions/schema'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { listLiveSessions, type LiveSession } from '@/lib/domain/tokens/list-live-sessions'

/**
 * Makes room for one more session, app or API client of an account. Runs in the transaction that signs it in and has
 * locked the account's row, so that the limit is exact for every endpoint and any number of concurrent sign-ins.
 * @returns the tokens that were signed out
 * @throws AppError session_limit_reached, with the sessions to choose from when SESSION_OVERFLOW is `ask`
 */
export async function makeRoom(
  tx: Db,
  account: Account,
  kind: 'session' | 'device' | 'refresh',
  signOut: readonly string[],
): Promise<SignedOutToken[]> {
  const { chosen, rest, excess, sessionCountMax } = await planRoom(tx, account, signOut)
  const evicted = [...rest.slice(0, Math.max(0, excess)), ...surplusDevices(rest, kind, sessionCountMax)]
  const ended = [...chosen, ...evicted]
  const ids = ended.map(({ id }) => id)
  if (ids.length > 0) await endTokens(tx, { userId: account.id }, { ids }, 'session_policy')
  const unasked = sessionCountMax === null ? [] : evicted.map(({ name }) => name)
  if (unasked.length > 0) await notifyOwner(tx, account.id, 'signed_out', { devices: unasked })
  return ended.map(({ id, name, kind: endedKind }) => ({ token_id: id, name, kind: endedKind }))
}

/**
 * Requires that an account has room for one more session, app or API client, or could make it. Signs nothing out. Lock
 * the account's row first.
 * @throws AppError as `makeRoom`
 */
export async function requireSessionRoom(tx: Db, account: Account, signOut: readonly string[]): Promise<void> {
  await planRoom(tx, account, signOut)
}

async function planRoom(tx: Db, account: Account, signOut: readonly string[]) {
  const { sessionCountMax, overflow } = sessionPolicyOf(account)
  const live = await listLiveSessions(tx, account.id)
  const chosen = live.filter(({ id }) => signOut.includes(id))
  const rest = live.filter(({ id }) => !signOut.includes(id))
  const excess = sessionCountMax === null ? 0 : rest.length + 1 - sessionCountMax
  if (excess > 0 && overflow !== 'evict') throw limitReached(overflow === 'ask' ? { rest, excess } : null)
  return { chosen, rest, excess, sessionCountMax }
}

/** Apps that sign in again and again without signing out must not pile up. */
function surplusDevices(live: LiveSession[], kind: string, sessionCountMax: number | null): LiveSession[] {
  if (sessionCountMax !== null || kind !== 'device') return []
  const devices = live.filter((session) => session.kind === 'device')
  return devices.slice(0, Math.max(0, devices.length + 1 - DEVICE_COUNT_MAX))
}

function limitReached(asked: { rest: LiveSession[]; excess: number } | null): AppError {
  if (asked === null) {
    return new AppError('session_limit_reached', {
      detail: 'You’ve reached the limit of sessions and devices. Sign out another one first.',
    })
  }
  const sessions = asked.rest.map(({ id, name, kind, createdAt, lastUsedAt, lastUsedAddress }) => ({
    token_id: id,
    name,
    kind,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt?.toISOString() ?? null,
    last_used_ip: lastUsedAddress,
  }))
  const extensions = { sessions, sign_out_count: asked.excess } satisfies SessionChoices
  const detail =
    'You’ve reached the limit of sessions and devices. Choose what to sign out, and send each token_id in sign_out.'
  return new AppError('session_limit_reached', { detail, extensions })
}
