import type { Batch } from '@/lib/db/batch'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { unusedSince } from '@/lib/domain/tokens/token-filter'

/** A token that housekeeping revoked or recorded as expired, with its owner. */
export interface KeptToken {
  id: string
  userId: string
}

/** Claims this round of housekeeping, unless there was one after `lastBefore`. Returns true for only one instance. */
export async function claimRound(at: Date, lastBefore: Date): Promise<boolean> {
  const { count } = await transaction((tx) =>
    tx.instance.updateMany({
      where: { id: 1, OR: [{ housekeptAt: null }, { housekeptAt: { lte: lastBefore } }] },
      data: { housekeptAt: at },
    }),
  )
  return count === 1
}

/** Marks at most `limit` personal tokens that have expired and are not marked yet. */
export async function markExpiredTokens(tx: Db, at: Date, limit: number): Promise<Batch<KeptToken>> {
  const isOver = [{ expiresAt: { lte: at } }, { idleExpiresAt: { lte: at } }]
  const where = { kind: 'personal' as const, revokedAt: null, expiryNotedAt: null, OR: isOver }
  const found = await tx.token.findMany({ where, select: { id: true }, take: limit })
  const changed = await tx.token.updateManyAndReturn({
    where: { ...where, id: { in: found.map(({ id }) => id) } },
    data: { expiryNotedAt: at },
    select: { id: true, userId: true },
  })
  return { changed, isLast: found.length < limit }
}

/** Revokes at most `limit` personal tokens that nobody has used since `since`. */
export async function revokeUnusedTokens(tx: Db, at: Date, since: Date, limit: number): Promise<Batch<KeptToken>> {
  const where = { kind: 'personal' as const, revokedAt: null, AND: [unusedSince(since)] }
  const found = await tx.token.findMany({ where, select: { id: true }, take: limit })
  const changed = await tx.token.updateManyAndReturn({
    where: { ...where, id: { in: found.map(({ id }) => id) } },
    data: { revokedAt: at, revokedReason: 'unused', liveNameKey: null },
    select: { id: true, userId: true },
  })
  return { changed, isLast: found.length < limit }
}

/**
 * Deletes tokens that were revoked by `before`, and tokens of all kinds but personal that expired by then. Returns
 * how many.
 */
export async function dropOldTokens(before: Date): Promise<number> {
  const { count } = await transaction((tx) =>
    tx.token.deleteMany({
      where: {
        OR: [
          { revokedAt: { lte: before } },
          { kind: { not: 'personal' }, expiresAt: { lte: before } },
          { kind: { not: 'personal' }, idleExpiresAt: { lte: before } },
        ],
      },
    }),
  )
  return count
}

/** Deletes one-time codes that were used or expired by `before`. Returns how many. */
export async function dropOldCodes(before: Date): Promise<number> {
  const { count } = await transaction((tx) =>
    tx.oneTimeCode.deleteMany({ where: { OR: [{ usedAt: { lte: before } }, { expiresAt: { lte: before } }] } }),
  )
  return count
}

/** Deletes requests of the device flow that expired by `before`. Returns how many. */
export async function dropOldDeviceRequests(before: Date): Promise<number> {
  const { count } = await transaction((tx) => tx.deviceRequest.deleteMany({ where: { expiresAt: { lte: before } } }))
  return count
}

/** Deletes visits to providers, nonces and tickets that expired by `before`. Returns how many. */
export async function dropOldVisits(before: Date): Promise<number> {
  const where = { expiresAt: { lte: before } }
  return transaction(async (tx) => {
    const journeys = await tx.journey.deleteMany({ where })
    const nonces = await tx.signInNonce.deleteMany({ where })
    const tickets = await tx.signInTicket.deleteMany({ where })
    return journeys.count + nonces.count + tickets.count
  })
}

/** Deletes expired rate-limit counters; SQLite has none. Returns how many. */
export async function dropOldLimits(at: Date): Promise<number> {
  const { count } = await transaction((tx) =>
    tx.rateLimit.deleteMany({ where: { expire: { lte: BigInt(at.getTime()) } } }),
  )
  return count
}

/** Deletes the hourly usage before `before`. Returns how many rows. */
export async function dropOldUsage(before: Date): Promise<number> {
  const { count } = await transaction((tx) => tx.tokenUsage.deleteMany({ where: { hour: { lt: before } } }))
  return count
}
