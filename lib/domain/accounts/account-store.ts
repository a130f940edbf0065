import { noAttempts } from '@/lib/domain/accounts/attempt-store'
import { now } from '@/lib/base/clock'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import type { User } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { foldEmail } from '@/lib/base/schema/email-address'
import { foldName } from '@/lib/base/schema/fold-name'

/** A stored account. */
export type Account = User

/** What an account is made of. */
export interface NewAccount {
  username: string
  email: string
  firstName?: string | undefined
  lastName?: string | undefined
  /** Null until the owner has chosen a password. */
  passwordHash: PasswordHash | null
  isAdmin: boolean
  /** Whether whoever makes it answers for the address. */
  isEmailConfirmed?: boolean
}

/** What an account may be called; what is not given stays. */
export interface NameChange {
  username?: string | undefined
  firstName?: string | undefined
  lastName?: string | undefined
}

/** Stores an account and claims its username for ever. The unique indexes decide; see `nameTaken`. */
export async function insertAccount(tx: Db, account: NewAccount): Promise<Account> {
  const at = now()
  const usernameKey = foldName(account.username)
  const stored = await tx.user.create({
    data: {
      username: account.username,
      usernameKey,
      email: account.email,
      emailKey: foldEmail(account.email),
      emailVerifiedAt: account.isEmailConfirmed === true ? at : null,
      firstName: account.firstName ?? '',
      lastName: account.lastName ?? '',
      passwordHash: account.passwordHash,
      isAdmin: account.isAdmin,
      createdAt: at,
      updatedAt: at,
    },
  })
  await tx.usernameClaim.create({ data: { usernameKey, userId: stored.id, claimedAt: at } })
  return stored
}

/** The account behind a username or an e-mail address, in any spelling of it. */
export async function findAccountForAuthentication(identifier: string): Promise<Account | null> {
  const key = foldEmail(identifier)
  const where = key.includes('@') ? { emailKey: key } : { usernameKey: key }
  return reading((db) => db.user.findUnique({ where }))
}

/** The id of the account that `name` is: the id itself, the username or the e-mail address. */
export async function findAccountIdForAdmin(name: string): Promise<string | null> {
  const key = foldEmail(name)
  const where = { OR: [{ id: key }, key.includes('@') ? { emailKey: key } : { usernameKey: key }] }
  const found = await reading((db) => db.user.findMany({ where, select: { id: true } }))
  // A username may look like an id: then the id counts.
  return (found.find(({ id }) => id === key) ?? found[0])?.id ?? null
}

/** Returns which of these folded addresses belong to an account. */
export async function findKnownEmailKeys(emailKeys: string[]): Promise<Set<string>> {
  const where = { emailKey: { in: emailKeys } }
  const known = await reading((db) => db.user.findMany({ where, select: { emailKey: true } }))
  return new Set(known.map(({ emailKey }) => emailKey))
}

/** Locks an active account while it has this folded address, and reads it. */
export async function lockAccountWithEmail(tx: Db, id: string, emailKey: string): Promise<Account | null> {
  const where = { id, emailKey, isActive: true }
  const [account] = await tx.user.updateManyAndReturn({ where, data: { revision: { increment: 1 } } })
  return account ?? null
}

/** The account of a principal. */
export async function findOwnAccount(userId: string): Promise<Account | null> {
  return reading((db) => db.user.findUnique({ where: { id: userId } }))
}

/** An account, as it stands in a transaction. */
export async function findAccountIn(tx: Db, userId: string): Promise<Account | null> {
  return tx.user.findUnique({ where: { id: userId } })
}

/** Claims a username for an account without giving it. The unique index decides; see `nameTaken`. */
export async function claimUsername(tx: Db, username: string, userId: string): Promise<void> {
  await tx.usernameClaim.create({ data: { usernameKey: foldName(username), userId, claimedAt: now() } })
}

/** Gives an active account a new hash, whatever stood there; false when it is not active. */
export async function setPasswordHash(tx: Db, userId: string, passwordHash: PasswordHash): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true },
    data: { passwordHash, updatedAt: now(), revision: { increment: 1 } },
  })
  return count === 1
}

/**
 * Records a sign-in of an account that is active and still has the password hash that was verified, and clears its
 * failed attempts.
 * @returns the account as it is now; null when it was deactivated or its password was changed meanwhile
 */
export async function touchLastLogin(
  tx: Db,
  userId: string,
  passwordHash: PasswordHash,
  attemptsAllowed: number,
): Promise<Account | null> {
  const [account] = await tx.user.updateManyAndReturn({
    where: { id: userId, isActive: true, passwordHash },
    data: { lastLoginAt: now(), revision: { increment: 1 }, ...noAttempts(attemptsAllowed) },
  })
  return account ?? null
}

/** Puts a new hash in the place of `oldHash`; false when another one stands there by now. */
export async function replacePasswordHash(
  tx: Db,
  userId: string,
  oldHash: PasswordHash,
  passwordHash: PasswordHash,
): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true, passwordHash: oldHash },
    data: { passwordHash, updatedAt: now(), revision: { increment: 1 } },
  })
  return count === 1
}

/** Changes names of an account, and claims a new username for ever. The unique indexes decide; see `nameTaken`. */
export async function updateNames(tx: Db, userId: string, names: NameChange): Promise<Account> {
  const { username } = names
  const usernameKey = username === undefined ? undefined : foldName(username)
  const at = now()
  if (usernameKey !== undefined) {
    const claim = await tx.usernameClaim.findUnique({ where: { usernameKey } })
    // A name that was this account's before is still its own.
    if (claim?.userId !== userId) await tx.usernameClaim.create({ data: { usernameKey, userId, claimedAt: at } })
  }
  return tx.user.update({
    where: { id: userId },
    data: {
      updatedAt: at,
      ...(username !== undefined && usernameKey !== undefined && { username, usernameKey }),
      ...(names.firstName !== undefined && { firstName: names.firstName }),
      ...(names.lastName !== undefined && { lastName: names.lastName }),
    },
  })
}

/**
 * Deletes an account with its tokens, unless it is the last active administrator. Its username stays claimed, and its
 * rows of the audit log stay. Call after `lockAdmins`.
 */
export async function deleteOwnAccount(tx: Db, userId: string): Promise<'deleted' | 'last_admin'> {
  const others = await tx.user.count({ where: { isAdmin: true, isActive: true, id: { not: userId } } })
  const isNeeded = { isAdmin: true, isActive: true }
  const where = others > 0 ? { id: userId } : { id: userId, NOT: isNeeded }
  const { count } = await tx.user.deleteMany({ where })
  return count === 1 ? 'deleted' : 'last_admin'
}

/** Ends the setup; true for exactly one caller, ever. */
export async function closeSetup(tx: Db): Promise<boolean> {
  const { count } = await tx.instance.updateMany({
    where: { id: 1, setupCompletedAt: null },
    data: { setupCompletedAt: now() },
  })
  return count === 1
}

/** Whether the first administrator is still to be made. */
export async function findSetupOpen(): Promise<boolean> {
  const instance = await reading((db) => db.instance.findUnique({ where: { id: 1 } }))
  return instance !== null && instance.setupCompletedAt === null
}
