import { now } from '@/lib/base/clock'
import type { Batch } from '@/lib/db/batch'
import type { Db } from '@/lib/db/client'
import type { Prisma, RevokedReason } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { foldName } from '@/lib/base/schema/fold-name'
import { notExpired, unusedSince } from '@/lib/domain/tokens/token-filter'
import type { TokenKind } from '@/lib/keys/token-key'

export type { RevokedReason }

const SESSION_KINDS: TokenKind[] = ['session', 'device', 'refresh']

/** A selection of tokens of one account. */
export type TokenSelection =
  | { ids: readonly string[] }
  | { kind: TokenKind; unusedSince: Date }
  | { kinds: readonly TokenKind[]; except?: string | undefined }
  | { identityId: string }

/** Revokes tokens of this owner and frees their names. Returns the ids of those that this call revoked. */
export async function markRevoked(
  tx: Db,
  userId: string,
  selection: TokenSelection,
  reason: RevokedReason,
): Promise<string[]> {
  const ended = await tx.token.updateManyAndReturn({
    where: { userId, revokedAt: null, ...whereOf(selection) },
    data: { revokedAt: now(), revokedReason: reason, liveNameKey: null, revision: { increment: 1 } },
    select: { id: true },
  })
  return ended.map(({ id }) => id)
}

function whereOf(selection: TokenSelection): Prisma.TokenWhereInput {
  if ('ids' in selection) return { id: { in: [...selection.ids] } }
  if ('identityId' in selection) return { identityId: selection.identityId }
  if ('kind' in selection) return { kind: selection.kind, AND: [unusedSince(selection.unusedSince)] }
  const { kinds, except } = selection
  return { kind: { in: [...kinds] }, ...(except !== undefined && { id: { not: except } }) }
}

/**
 * Matches tokens that are not revoked and depend on something created before an instant: their current secret or, for a
 * refresh family, its first secret, from which all others derive.
 */
const livesByOlder = (before: Date): Prisma.TokenWhereInput => ({
  revokedAt: null,
  createdAt: { lt: before },
  OR: [{ kind: 'refresh' }, { secrets: { none: { validUntil: null, createdAt: { gte: before } } } }],
})

/** Counts the tokens of all accounts that are not revoked and depend on something created before an instant. */
export async function countOlderForAdmin(before: Date): Promise<number> {
  return reading((db) => db.token.count({ where: livesByOlder(before) }))
}

/** Revokes at most `limit` of those tokens. Returns the ones that this call revoked, with their owners. */
export async function markOlderRevokedForAdmin(
  tx: Db,
  before: Date,
  limit: number,
): Promise<Batch<{ id: string; userId: string }>> {
  const where = livesByOlder(before)
  const found = await tx.token.findMany({ where, select: { id: true }, orderBy: { id: 'asc' }, take: limit })
  const changed = await tx.token.updateManyAndReturn({
    where: { ...where, id: { in: found.map(({ id }) => id) } },
    data: { revokedAt: now(), revokedReason: 'administrator', liveNameKey: null, revision: { increment: 1 } },
    select: { id: true, userId: true },
  })
  return { changed, isLast: found.length < limit }
}

/** Ends the grace period of every superseded secret that was created before an instant. Returns how many. */
export async function endOlderGraceForAdmin(tx: Db, before: Date): Promise<number> {
  const at = now()
  const { count } = await tx.tokenSecret.updateMany({
    where: { createdAt: { lt: before }, validUntil: { gt: at } },
    data: { validUntil: at },
  })
  return count
}

/** Returns the live sessions, apps and API clients of an account, oldest first. */
export async function findLiveSessions(tx: Db, userId: string) {
  return tx.token.findMany({
    where: { userId, kind: { in: SESSION_KINDS }, revokedAt: null, ...notExpired() },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, kind: true, createdAt: true, lastUsedAt: true, lastUsedAddress: true },
  })
}

/**
 * Restores a personal token that its owner revoked after `since` for a reason other than a leak; false when there is
 * none.
 */
export async function markRestored(tx: Db, userId: string, id: string, name: string, since: Date): Promise<boolean> {
  const byOwner: RevokedReason[] = ['unspecified', 'lost_device', 'unused', 'replaced']
  const { count } = await tx.token.updateMany({
    where: { id, userId, kind: 'personal', revokedAt: { gt: since }, revokedReason: { in: byOwner } },
    data: { revokedAt: null, revokedReason: null, liveNameKey: foldName(name), revision: { increment: 1 } },
  })
  return count === 1
}

/** Returns the personal tokens of an account that are neither revoked nor expired, by name. */
export async function findLivePersonalTokens(userId: string) {
  return reading((db) =>
    db.token.findMany({
      where: { userId, kind: 'personal', revokedAt: null, ...notExpired() },
      orderBy: [{ nameKey: 'asc' }, { id: 'asc' }],
      select: {
        name: true,
        lastUsedAt: true,
        secrets: { orderBy: { createdAt: 'desc' }, select: { hint: true }, take: 1 },
      },
    }),
  )
}

/** Counts the apps of this name and user agent that an account has or had, as far back as rows are kept. */
export async function countDevices(tx: Db, userId: string, name: string, userAgent: string | null): Promise<number> {
  return tx.token.count({ where: { userId, kind: 'device', nameKey: foldName(name), userAgent } })
}
