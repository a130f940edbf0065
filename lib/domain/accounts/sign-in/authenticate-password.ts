import {
  findAccountForAuthentication,
  findOwnAccount,
  replacePasswordHash,
  type Account,
} from '@/lib/domain/accounts/account-store'
import type { SignInCredentials } from '@/lib/domain/accounts/schema'
import { countSignIn } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { LOCK_RULE } from '@/lib/base/passwords/lock-rule'
import {
  countSignInAttempt,
  countUnknownSignInAttempt,
  noteOtherFailure,
  type SignInAttempt,
} from '@/lib/domain/accounts/sign-in/sign-in-attempt'
import {
  checkPassword,
  hashingRefusal,
  hashPassword,
  type PasswordHash,
  type PasswordPlaintext,
} from '@/lib/base/passwords/password-hash'
import { mayUsePassword } from '@/lib/domain/authority/usable-password'
import { captchaUnavailable } from '@/lib/domain/captcha/check-captcha'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import { count } from '@/lib/base/metrics/count'

export type { Account }

/** What a sign-in endpoint knows about a request besides the credentials. */
export interface SignInDoor {
  /** The mark that the browser received at an earlier sign-in. */
  knownDevice?: string | null
  /** The captcha provider was unavailable, so only an administrator may sign in. */
  adminsOnly: boolean
}

/**
 * Returns the active account for these credentials; its address must be confirmed where the deployment requires that.
 * Every failure gets the same answer and costs the same (one bcrypt at the current cost, the same reads and writes),
 * whether the account does not exist, is locked, has no password or may not use it, or the password is wrong.
 * @throws AppError credentials_invalid, captcha_unavailable, busy, store_unavailable
 */
export async function authenticatePassword(
  credentials: SignInCredentials,
  { knownDevice = null, adminsOnly }: SignInDoor,
): Promise<Account> {
  const account = await findAccountForAuthentication(credentials.username ?? credentials.email ?? '')
  const passwordHash = await verifiedHash(account, credentials.password, knownDevice)
  if (passwordHash === null || account === null || !mayActAtAll(account)) {
    if (passwordHash !== null) {
      count('password_failures', 'not_active')
      await noteOtherFailure()
    }
    countSignIn('failed')
    throw adminsOnly ? captchaUnavailable() : signInRefused()
  }
  // The same answer as for a wrong password, so it does not reveal that the password was right.
  if (adminsOnly && !account.isAdmin) throw captchaUnavailable()
  return { ...account, passwordHash }
}

/**
 * Returns whether an account may be used: it is active, and its address is confirmed where the deployment requires
 * that.
 */
export function mayActAtAll({ isActive, emailVerifiedAt }: Account): boolean {
  return isActive && (emailVerifiedAt !== null || !settings().REQUIRE_EMAIL_VERIFICATION)
}

/**
 * Compares a password with the stored hash of an account, which may be locked or missing. A password that the account
 * may not use counts as wrong. Counts the attempt before checking the password, and rehashes a correct password whose
 * hash is outdated.
 * @returns the stored hash that matches the password, for the acting transaction to compare; null if the password is
 * wrong or was not checked
 * @throws AppError busy, store_unavailable
 */
export async function verifiedHash(
  account: Account | null,
  password: string,
  knownDevice: string | null,
): Promise<PasswordHash | null> {
  // Ask the queue first: counting an attempt and undoing it are two writes, which a flood of rejected sign-ins would
  // multiply.
  const refusal = hashingRefusal()
  if (refusal) throw refusal
  const attempt = await (account ? countSignInAttempt(account, knownDevice) : countUnknownSignInAttempt())
  const isUsable = attempt.isAllowed && account !== null && mayUsePassword(account)
  const hash = isUsable ? (account.passwordHash as PasswordHash | null) : null
  const { BCRYPT_COST } = settings()
  try {
    const verdict = await checkPassword(password as PasswordPlaintext, hash, BCRYPT_COST)
    const isRight = verdict !== 'wrong'
    if (!isRight) count('password_failures', account ? reasonOf(attempt) : 'unknown_account')
    if (!isRight) await attempt.fail()
    if (!isRight || account === null || hash === null) return null
    return verdict === 'outdated' ? await rehash(account.id, password, hash) : hash
  } catch (error) {
    // The server was too busy to check the password. That must not count toward a lock.
    if (isAppError(error, 'busy') && attempt.isAllowed) await attempt.withdraw()
    throw error
  }
}

/** Returns the reason for the metrics. The response never reveals it. */
function reasonOf(attempt: SignInAttempt): string {
  return attempt.isAllowed ? 'wrong_password' : 'locked'
}

/** Stores a hash at the current cost. If a concurrent request stored another hash first, checks against that one. */
async function rehash(userId: string, text: string, hash: PasswordHash): Promise<PasswordHash | null> {
  const { BCRYPT_COST } = settings()
  const password = text as PasswordPlaintext
  const newHash = await hashPassword(password, BCRYPT_COST)
  if (await transaction((tx) => replacePasswordHash(tx, userId, hash, newHash))) return newHash
  const stored = ((await findOwnAccount(userId))?.passwordHash ?? null) as PasswordHash | null
  return (await checkPassword(password, stored, BCRYPT_COST)) === 'wrong' ? null : stored
}

/** Returns the same error for every sign-in that fails with a password. A sign-in without one has its own `detail`. */
export function signInRefused(detail = `Incorrect username or password. ${LOCK_RULE}`): AppError {
  return new AppError('credentials_invalid', { detail })
}
