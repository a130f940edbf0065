import {
  findAccountForAuthentication,
  findOwnAccount,
  replacePasswordHash,
  type Account,
} from '@/lib/domain/accounts/account-store'
import type { SignInCredentials } from '@/lib/domain/accounts/schema'
import { countSignIn } from '@/lib/domain/accounts/sign-in/sign-in-days'
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
import { captchaUnavailable } from '@/lib/domain/captcha/check-captcha'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import { count } from '@/lib/base/metrics/count'

export type { Account }

/** What a door of sign-in knows of a request, beside the credentials. */
export interface SignInDoor {
  /** The mark that a browser brings of earlier times. */
  knownDevice?: string | null
  /** The captcha could not be checked. */
  adminsOnly: boolean
}

/**
 * The active account that the credentials belong to, with a confirmed address where that is
 * required. Every failure has the same answer and the same cost, one bcrypt at the current cost and
 * the same reads and writes, whether there is no such account, it is locked, or the password is
 * wrong.
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
  // Answered like a wrong password: nobody learns whether it was right.
  if (adminsOnly && !account.isAdmin) throw captchaUnavailable()
  return { ...account, passwordHash }
}

/** Whether an account may be used: an administrator left it active, and its address is confirmed where that is asked. */
export function mayActAtAll({ isActive, emailVerifiedAt }: Account): boolean {
  return isActive && (emailVerifiedAt !== null || !settings().REQUIRE_EMAIL_VERIFICATION)
}

/**
 * Compares a password with the stored hash of an account, which may be locked or not exist. The attempt is counted
 * before the password is looked at; a right one is hashed again when its hash is outdated.
 * @returns the hash that is stored now and belongs to the password, for the transaction that acts on it to compare;
 * null when the password is wrong or was not looked at
 * @throws AppError busy, store_unavailable
 */
export async function verifiedHash(
  account: Account | null,
  password: string,
  knownDevice: string | null,
): Promise<PasswordHash | null> {
  // Counting and taking that back are two writes: a flood of refused sign-ins would be one of writes too.
  const refusal = hashingRefusal()
  if (refusal) throw refusal
  const attempt = await (account ? countSignInAttempt(account, knownDevice) : countUnknownSignInAttempt())
  const hash = attempt.isAllowed ? ((account?.passwordHash ?? null) as PasswordHash | null) : null
  const { BCRYPT_COST } = settings()
  try {
    const verdict = await checkPassword(password as PasswordPlaintext, hash, BCRYPT_COST)
    const isRight = verdict !== 'wrong'
    if (!isRight) count('password_failures', account ? reasonOf(attempt) : 'unknown_account')
    if (!isRight) await attempt.fail()
    if (!isRight || account === null || hash === null) return null
    return verdict === 'outdated' ? await rehash(account.id, password, hash) : hash
  } catch (error) {
    // Too busy to look: who could not be served must not be locked out for it.
    if (isAppError(error, 'busy') && attempt.isAllowed) await attempt.withdraw()
    throw error
  }
}

/** For the metrics alone: whoever signs in is never told. */
function reasonOf(attempt: SignInAttempt): string {
  return attempt.isAllowed ? 'wrong_password' : 'locked'
}

/** Stores a hash at the current cost. When another one is stored by then, that one decides. */
async function rehash(userId: string, text: string, hash: PasswordHash): Promise<PasswordHash | null> {
  const { BCRYPT_COST } = settings()
  const password = text as PasswordPlaintext
  const newHash = await hashPassword(password, BCRYPT_COST)
  if (await transaction((tx) => replacePasswordHash(tx, userId, hash, newHash))) return newHash
  const stored = ((await findOwnAccount(userId))?.passwordHash ?? null) as PasswordHash | null
  return (await checkPassword(password, stored, BCRYPT_COST)) === 'wrong' ? null : stored
}

/** The one answer to every sign-in that fails. */
export function signInRefused(): AppError {
  return new AppError('credentials_invalid', { detail: 'The name or the password is not right.' })
}
