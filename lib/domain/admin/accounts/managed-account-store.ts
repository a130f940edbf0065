import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { Identity, User } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { notExpired } from '@/lib/domain/tokens/token-filter'

/** The parts of an account that only an administrator can change. */
export interface Standing {
  isActive?: boolean
  isAdmin?: boolean
  sessionPolicy?: string | null
}

/** Finds any account. */
export async function findAccountForAdmin(id: string): Promise<User | null> {
  return reading((db) => db.user.findUnique({ where: { id } }))
}

/** Returns the usernames of those of `ids` that are accounts, by id. */
export async function findUsernamesForAdmin(ids: readonly string[]): Promise<Map<string, string>> {
  const where = { id: { in: [...ids] } }
  const rows = await reading((db) => db.user.findMany({ where, select: { id: true, username: true } }))
  return new Map(rows.map(({ id, username }) => [id, username]))
}

/** The parts of an identity that the list of accounts shows. */
export type IdentityUse = Pick<Identity, 'userId' | 'provider' | 'lastUsedAt'>

/** Returns the identities of these accounts, without anything that names a person. */
export async function findIdentityUsesForAdmin(userIds: readonly string[]): Promise<IdentityUse[]> {
  const where = { userId: { in: [...userIds] } }
  const select = { userId: true, provider: true, lastUsedAt: true }
  return reading((db) => db.identity.findMany({ where, select }))
}

/** Returns the identities of an account, oldest first. */
export async function findIdentitiesForAdmin(userId: string): Promise<Identity[]> {
  return reading((db) => db.identity.findMany({ where: { userId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] }))
}

/** Counts the live tokens of an account by kind. */
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

/** Returns whether another active administrator exists. Call after `lockAdmins`. */
export async function isOtherAdminActive(tx: Db, userId: string): Promise<boolean> {
  return (await tx.user.count({ where: { isAdmin: true, isActive: true, id: { not: userId } } })) > 0
}

/** Returns whether a token is live and its owner is an active administrator. */
export async function actsForAdmin(tokenId: string): Promise<boolean> {
  const where = { id: tokenId, revokedAt: null, user: { isAdmin: true, isActive: true }, ...notExpired() }
  return (await reading((db) => db.token.count({ where }))) > 0
}

/** Locks an account's row for a change and reads it, or returns null. Concurrent transactions wait. */
export async function lockAccountForAdmin(tx: Db, id: string): Promise<User | null> {
  const { count } = await tx.user.updateMany({ where: { id }, data: { revision: { increment: 1 } } })
  return count === 1 ? tx.user.findUnique({ where: { id } }) : null
}

/**
 * Changes the active state, the role or the session policy of an account. A role that a person has changed no longer
 * depends on a provider. Call after `lockAccountForAdmin`.
 */
export async function setStandingForAdmin(tx: Db, id: string, standing: Standing): Promise<User> {
  const origin = standing.isAdmin === undefined ? {} : { adminProvider: null }
  return tx.user.update({ where: { id }, data: { ...standing, ...origin, updatedAt: now() } })
}

/** Changes the role of the owner whom a provider’s group names. Lock the account’s row first. */
export async function setRoleByProvider(
  tx: Db,
  userId: string,
  role: { isAdmin: boolean; adminProvider: string | null },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { ...role, updatedAt: now() } })
}
