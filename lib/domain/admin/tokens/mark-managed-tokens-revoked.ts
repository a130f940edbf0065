import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import {
  markRevokedForAdmin,
  type EndedToken,
  type ManagedSelection,
} from '@/lib/domain/admin/tokens/managed-token-store'
import { recordAudits } from '@/lib/domain/audit/record-audit'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'
import type { Administrator } from '@/lib/keys/principal'
import type { Db } from '@/lib/db/client'
import type { RevokedReason } from '@/lib/domain/tokens/revocation/end-tokens'

/** The maximum number of token names in an email to an owner. */
const NAMED_MAX = 10

/**
 * Revokes tokens of any account for an administrator, writes an audit row for each, and emails other owners about their
 * personal tokens. Stores the reason as `leaked` or `administrator` only, so no owner can restore what an administrator
 * revoked.
 * @returns how many tokens this call revoked
 */
export async function markManagedTokensRevoked(
  tx: Db,
  admin: Administrator,
  selection: ManagedSelection,
  reason: RevokedReason,
): Promise<number> {
  const ended = await markRevokedForAdmin(tx, selection, reason === 'leaked' ? 'leaked' : 'administrator')
  await recordAudits(
    tx,
    ended.map(({ id, userId, name, kind }) => ({
      action: 'token.revoked',
      actor: admin,
      userId,
      target: { type: 'token', id },
      details: { reason, name, kind, by: 'administrator' },
    })),
  )
  if ('ownerId' in selection && selection.kinds.includes('session')) await dropTickets(tx, selection.ownerId)
  await tellOwners(tx, admin, ended)
  return ended.length
}

async function tellOwners(tx: Db, admin: Administrator, ended: readonly EndedToken[]): Promise<void> {
  const names = new Map<string, string[]>()
  for (const { userId, name, kind } of ended) {
    if (kind !== 'personal' || userId === admin?.userId) continue
    names.set(userId, [...(names.get(userId) ?? []), name])
  }
  for (const [userId, tokens] of names) {
    await notifyOwner(tx, userId, 'revoked_by_admin', { tokens: tokens.slice(0, NAMED_MAX), count: tokens.length })
  }
}
