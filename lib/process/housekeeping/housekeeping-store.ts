import type { Batch } from '@/lib/db/batch'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { unusedSince } from '@/lib/domain/tokens/token-filter'

/** A token that housekeeping ended or noted, with its owner. */
export interface KeptToken {
  id: string
  userId: string
}

/** Takes this round of housekeeping, unless somebody had one after `lastBefore`; true for one instance. */
export async function claimRound(at: Date, lastBefore: Date): Promise<boolean> {
  const { count } = await transaction((tx) =>
    tx.instance.updateMany({
      where: { id: 1, OR: [{ housekeptAt: null }, { housekeptAt: { lte: lastBefore } }] },
      data: { housekeptAt: at },
    }),
  )
  return count === 1
}

/** Marks personal tokens that have run out and were not marked yet; `limit` at most. */
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

/** Revokes personal tokens that nobody has used since `since`; `limit` at most. */
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

/** Deletes tombstones, and sessions and devices that ran out, from before `before`; how many. */
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

/** Deletes one-time codes that were used or ran out before `before`; how many. */
export async function dropOldCodes(before: Date): Promise<number> {
  const { count } = await transaction((tx) =>
    tx.oneTimeCode.deleteMany({ where: { OR: [{ usedAt: { lte: before } }, { expiresAt: { lte: before } }] } }),
  )
  return count
}

/** Deletes rate-limit counters that ran out; on SQLite there are none. */
export async function dropOldLimits(at: Date): Promise<number> {
  const { count } = await transaction((tx) =>
    tx.rateLimit.deleteMany({ where: { expire: { lte: BigInt(at.getTime()) } } }),
  )
  return count
}

/** Deletes the hours of use before `before`; how many. */
export async function dropOldUsage(before: Date): Promise<number> {
  const { count } = await transaction((tx) => tx.tokenUsage.deleteMany({ where: { hour: { lt: before } } }))
  return count
}
