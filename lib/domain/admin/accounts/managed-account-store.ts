import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { User } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { notExpired } from '@/lib/domain/tokens/token-filter'

/** What only an administrator changes of an account. */
export interface Standing {
  isActive?: boolean
  isAdmin?: boolean
  sessionPolicy?: string | null
}

/** Any account. */
export async function findAccountForAdmin(id: string): Promise<User | null> {
  return reading((db) => db.user.findUnique({ where: { id } }))
}

/** The usernames of those of `ids` that are accounts. */
export async function findUsernamesForAdmin(ids: readonly string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...ids] } }
  const rows = await reading((db) => db.user.findMany({ where, select: { id: true, username: true } }))
  return new Map(rows.map(({ id, username }) => [id, username]))
}

/** How many tokens of each kind of an account live. */
export async function countLiveTokensForAdmin(userId: string) {
  const where = { userId, revokedAt: null, ...notExpired() }
  const counts = await reading((db) => db.token.groupBy({ by: ['kind'], where, _count: true }))
  const of = Object.fromEntries(counts.map(({ kind, _count }) => [kind, _count]))
  return {
    session: of['session'] ?? 0,
    device: of['device'] ?? 0,
    personal: of['personal'] ?? 0,
    refresh: of['refresh'] ?? 0,
  }
}

/** Whether there is an active administrator beside this account. Call after `lockAdmins`. */
export async function isOtherAdminActive(tx: Db, userId: string): Promise<boolean> {
  return (await tx.user.count({ where: { isAdmin: true, isActive: true, id: { not: userId } } })) > 0
}

/** Whether a token is still good, and its owner an active administrator. */
export async function actsForAdmin(tokenId: string): Promise<boolean> {
  const where = { id: tokenId, revokedAt: null, user: { isAdmin: true, isActive: true }, ...notExpired() }
  return (await reading((db) => db.token.count({ where }))) > 0
}

/** Takes an account's row for a change, and reads it; null when there is none. Others wait. */
export async function lockAccountForAdmin(tx: Db, id: string): Promise<User | null> {
  const { count } = await tx.user.updateMany({ where: { id }, data: { revision: { increment: 1 } } })
  return count === 1 ? tx.user.findUnique({ where: { id } }) : null
}

/** Changes what an account may. Call after `lockAccountForAdmin`. */
export async function setStandingForAdmin(tx: Db, id: string, standing: Standing): Promise<User> {
  return tx.user.update({ where: { id }, data: { ...standing, updatedAt: now() } })
}
