import { noAttempts } from '@/lib/domain/accounts/attempt-store'
import { passwordHolders } from '@/lib/domain/authority/usable-password'
import { now } from '@/lib/base/clock'
import { randomUUID } from '@/lib/base/crypto/random'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import type { User } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { foldEmail } from '@/lib/base/schema/email-address'
import { foldName } from '@/lib/base/schema/fold-name'
import { isNoEmail, noEmailOf, WITHOUT_EMAIL } from '@/lib/base/schema/no-email'

/** A stored account. */
export type Account = User

/** The fields of a new account. */
export interface NewAccount {
  username: string
  /** Null for an account without an address. */
  email: string | null
  firstName?: string | undefined
  lastName?: string | undefined
  /** Null until the owner has chosen a password. */
  passwordHash: PasswordHash | null
  isAdmin: boolean
  /** Whether the creator vouches for the address. */
  isEmailConfirmed?: boolean
}

/** New names for an account; omitted fields keep their value. */
export interface NameChange {
  username?: string | undefined
  firstName?: string | undefined
  lastName?: string | undefined
}

/** Inserts an account and claims its username permanently. The unique indexes decide; see `nameTaken`. */
export async function insertAccount(tx: Db, account: NewAccount): Promise<Account> {
  const at = now()
  const usernameKey = foldName(account.username)
  const isEmailConfirmed = account.email !== null && account.isEmailConfirmed === true
  // The database client chooses the ID, so an account without an address first gets another unique text for one.
  const email = account.email ?? noEmailOf(randomUUID())
  const stored = await tx.user.create({
    data: {
      username: account.username,
      usernameKey,
      email,
      emailKey: foldEmail(email),
      emailVerifiedAt: isEmailConfirmed ? at : null,
      firstName: account.firstName ?? '',
      lastName: account.lastName ?? '',
      passwordHash: account.passwordHash,
      isAdmin: account.isAdmin,
      createdAt: at,
      updatedAt: at,
    },
  })
  await tx.usernameClaim.create({ data: { usernameKey, userId: stored.id, claimedAt: at } })
  return account.email === null ? removeEmail(tx, stored.id) : stored
}

/** Leaves an account without an address. */
async function removeEmail(tx: Db, id: string): Promise<Account> {
  const email = noEmailOf(id)
  return tx.user.update({ where: { id }, data: { email, emailKey: email, emailVerifiedAt: null } })
}

/** Finds the account with this username or email address, in any spelling. Costs the same whatever the outcome. */
export async function findAccountForAuthentication(identifier: string): Promise<Account | null> {
  const key = foldEmail(identifier)
  const where = key.includes('@') ? { emailKey: key } : { usernameKey: key }
  const account = await reading((db) => db.user.findUnique({ where }))
  return isNoEmail(key) ? null : account
}

/** Returns the id of the account named by its id, username or email address, or null. */
export async function findAccountIdForAdmin(name: string): Promise<string | null> {
  const key = foldEmail(name)
  const named = key.includes('@') ? { emailKey: key, NOT: WITHOUT_EMAIL } : { usernameKey: key }
  const where = { OR: [{ id: key }, named] }
  const found = await reading((db) => db.user.findMany({ where, select: { id: true } }))
  // A username may look like an id: then the id wins.
  return (found.find(({ id }) => id === key) ?? found[0])?.id ?? null
}

/** Returns which of these folded addresses belong to an account. */
export async function findKnownEmailKeys(emailKeys: string[]): Promise<Set<string>> {
  const where = { emailKey: { in: emailKeys.filter((key) => !isNoEmail(key)) } }
  const known = await reading((db) => db.user.findMany({ where, select: { emailKey: true } }))
  return new Set(known.map(({ emailKey }) => emailKey))
}

/** Locks and returns an account that is active and still has this folded address, else null. */
export async function lockAccountWithEmail(tx: Db, id: string, emailKey: string): Promise<Account | null> {
  const where = { id, emailKey, isActive: true }
  const [account] = await tx.user.updateManyAndReturn({ where, data: { revision: { increment: 1 } } })
  return account ?? null
}

/** Locks and returns the account with this ID or folded address, active or not, else null. */
export async function lockAccountForAuthentication(
  tx: Db,
  where: { id: string } | { emailKey: string },
): Promise<Account | null> {
  const [account] = await tx.user.updateManyAndReturn({ where, data: { revision: { increment: 1 } } })
  return account ?? null
}

/** Leaves a locked account without the address that it has not confirmed, and notes that its owner has to be told. */
export async function clearUnconfirmedEmail(tx: Db, userId: string): Promise<void> {
  const at = now()
  const email = noEmailOf(userId)
  await tx.user.updateMany({
    where: { id: userId, emailVerifiedAt: null },
    data: { email, emailKey: email, emailReleasedAt: at, updatedAt: at },
  })
}

/** Notes that the owner of a locked account was told about the lost address. */
export async function noteReleaseTold(tx: Db, userId: string): Promise<void> {
  await tx.user.updateMany({ where: { id: userId }, data: { emailReleasedAt: null } })
}

/** Returns which of these folded usernames are claimed, by an account that may no longer exist. */
export async function findUsernameClaims(db: Db, usernameKeys: string[]): Promise<Set<string>> {
  const claims = await db.usernameClaim.findMany({ where: { usernameKey: { in: usernameKeys } } })
  return new Set(claims.map(({ usernameKey }) => usernameKey))
}

/** Finds the account of a principal. */
export async function findOwnAccount(userId: string): Promise<Account | null> {
  return reading((db) => db.user.findUnique({ where: { id: userId } }))
}

/** Reads an account inside a transaction. */
export async function findAccountIn(tx: Db, userId: string): Promise<Account | null> {
  return tx.user.findUnique({ where: { id: userId } })
}

/** Claims a username for an account without renaming the account. The unique index decides; see `nameTaken`. */
export async function claimUsername(tx: Db, username: string, userId: string): Promise<void> {
  await tx.usernameClaim.create({ data: { usernameKey: foldName(username), userId, claimedAt: now() } })
}

/** Overwrites the password hash of an active account. Returns false if the account is not active. */
export async function setPasswordHash(tx: Db, userId: string, passwordHash: PasswordHash): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true },
    data: { passwordHash, updatedAt: now(), revision: { increment: 1 } },
  })
  return count === 1
}

/**
 * Records a sign-in with a password and clears the failed attempts, if the account is active, may still use a password
 * and has the verified hash.
 * @returns the updated account; null if it was deactivated or demoted, or its password changed in the meantime
 */
export async function touchLastLogin(
  tx: Db,
  userId: string,
  passwordHash: PasswordHash,
  attemptsAllowed: number,
): Promise<Account | null> {
  const [account] = await tx.user.updateManyAndReturn({
    where: { id: userId, isActive: true, passwordHash, ...passwordHolders() },
    data: { lastLoginAt: now(), revision: { increment: 1 }, ...noAttempts(attemptsAllowed) },
  })
  return account ?? null
}

/**
 * Records a sign-in by an identity, if the account is active and the identity still belongs to it. Leaves failed
 * attempts and locks as they are.
 * @returns the updated account; null if it was deactivated or the identity was removed in the meantime
 */
export async function touchLastLoginByIdentity(tx: Db, userId: string, identityId: string): Promise<Account | null> {
  const at = now()
  // The account comes first: a transaction that removes the identity holds this lock.
  const [account] = await tx.user.updateManyAndReturn({
    where: { id: userId, isActive: true },
    data: { lastLoginAt: at, revision: { increment: 1 } },
  })
  const { count } = await tx.identity.updateMany({ where: { id: identityId, userId }, data: { lastUsedAt: at } })
  return count === 1 ? (account ?? null) : null
}

/** Replaces `oldHash` with a new hash. Returns false if the stored hash is no longer `oldHash`. */
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

/**
 * Gives an active account its first password hash.
 * @returns the updated account; null if it is not active or has a password
 */
export async function insertPasswordHash(tx: Db, userId: string, passwordHash: PasswordHash): Promise<Account | null> {
  const [account] = await tx.user.updateManyAndReturn({
    where: { id: userId, isActive: true, passwordHash: null },
    data: { passwordHash, updatedAt: now() },
  })
  return account ?? null
}

/** Removes the password hash of an account. Returns false if it has none. */
export async function deletePasswordHash(tx: Db, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, passwordHash: { not: null } },
    data: { passwordHash: null, updatedAt: now() },
  })
  return count === 1
}

/**
 * Changes the names of an account and claims a new username permanently. The unique indexes decide; see `nameTaken`.
 */
export async function updateNames(tx: Db, userId: string, names: NameChange): Promise<Account> {
  const { username } = names
  const usernameKey = username === undefined ? undefined : foldName(username)
  const at = now()
  if (usernameKey !== undefined) {
    const claim = await tx.usernameClaim.findUnique({ where: { usernameKey } })
    // An account may take back a username that it claimed earlier.
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
 * Deletes an account with its tokens, unless it is the last active administrator. Its username stays claimed and its
 * rows in the audit log remain. Call after `lockAdmins`.
 */
export async function deleteOwnAccount(tx: Db, userId: string): Promise<'deleted' | 'last_admin'> {
  const others = await tx.user.count({ where: { isAdmin: true, isActive: true, id: { not: userId } } })
  const isNeeded = { isAdmin: true, isActive: true }
  const where = others > 0 ? { id: userId } : { id: userId, NOT: isNeeded }
  const { count } = await tx.user.deleteMany({ where })
  return count === 1 ? 'deleted' : 'last_admin'
}

/** Closes the setup. Returns true for exactly one caller, ever. */
export async function closeSetup(tx: Db): Promise<boolean> {
  const { count } = await tx.instance.updateMany({
    where: { id: 1, setupCompletedAt: null },
    data: { setupCompletedAt: now() },
  })
  return count === 1
}

/** Returns whether the setup is still open, that is, no first administrator exists yet. */
export async function findSetupOpen(): Promise<boolean> {
  return reading(findSetupOpenIn)
}

/** Does the same in a transaction. */
export async function findSetupOpenIn(db: Db): Promise<boolean> {
  const instance = await db.instance.findUnique({ where: { id: 1 } })
  return instance !== null && instance.setupCompletedAt === null
}
