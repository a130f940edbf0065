import { findAccountForAuthentication, replacePasswordHash, type Account } from '@/lib/accounts/account-store'
import type { SignInCredentials } from '@/lib/accounts/schema'
import { countSignIn } from '@/lib/accounts/sign-in-days'
import { countSignInAttempt, type SignInAttempt } from '@/lib/accounts/sign-in-attempt'
import {
  costOf,
  hashingRefusal,
  hashPassword,
  isPasswordRight,
  type PasswordHash,
  type PasswordPlaintext,
} from '@/lib/crypto/password-hash'
import { captchaUnavailable } from '@/lib/captcha/check-captcha'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'
import { count } from '@/lib/metrics/count'

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
 * asked. Every refusal is the same and costs the
 * same: one bcrypt at the current cost, whether there is no such account, or it is locked, or
 * the password is wrong.
 * @throws AppError credentials_invalid, captcha_unavailable, busy, store_unavailable
 */
export async function authenticatePassword(
  credentials: SignInCredentials,
  { knownDevice = null, adminsOnly }: SignInDoor,
): Promise<Account> {
  const account = await findAccountForAuthentication(credentials.username ?? credentials.email ?? '')
  const isRight = await hasPassword(account, credentials.password, knownDevice)
  if (!isRight || account === null || !mayActAtAll(account)) {
    if (isRight) count('password_failures', 'not_active')
    countSignIn('failed')
    throw adminsOnly ? captchaUnavailable() : signInRefused()
  }
  // Answered like a wrong password: nobody learns whether it was right.
  if (adminsOnly && !account.isAdmin) throw captchaUnavailable()
  return account
}

/** Whether an account may be used: an administrator left it active, and its address is confirmed where that is asked. */
function mayActAtAll({ isActive, emailVerifiedAt }: Account): boolean {
  return isActive && (emailVerifiedAt !== null || !settings().REQUIRE_EMAIL_VERIFICATION)
}

/**
 * Whether the password belongs to the account, which may be locked or not exist. Counted as an
 * attempt before it is looked at; a right one is hashed anew when the cost was raised since.
 * @throws AppError busy, store_unavailable
 */
export async function hasPassword(
  account: Account | null,
  password: string,
  knownDevice: string | null,
): Promise<boolean> {
  // Counting and taking that back are two writes: a flood of refused sign-ins would be one of writes too.
  const refusal = hashingRefusal()
  if (refusal) throw refusal
  const attempt = account && (await countSignInAttempt(account, knownDevice))
  const hash = attempt?.isAllowed === true ? ((account?.passwordHash ?? null) as PasswordHash | null) : null
  const { BCRYPT_COST } = settings()
  try {
    const isRight = await isPasswordRight(password as PasswordPlaintext, hash, BCRYPT_COST)
    if (!isRight) count('password_failures', reasonOf(attempt))
    if (!isRight) await attempt?.fail()
    else if (account && hash && costOf(hash) < BCRYPT_COST) await rehash(account.id, password, hash)
    return isRight
  } catch (error) {
    // Too busy to look: who could not be served must not be locked out for it.
    if (error instanceof AppError && error.code === 'busy' && attempt?.isAllowed === true) await attempt.withdraw()
    throw error
  }
}

/** For the metrics alone: whoever signs in is never told. */
function reasonOf(attempt: SignInAttempt | null): string {
  if (attempt === null) return 'unknown_account'
  return attempt.isAllowed ? 'wrong_password' : 'locked'
}

async function rehash(userId: string, password: string, hash: PasswordHash): Promise<void> {
  const newHash = await hashPassword(password as PasswordPlaintext, settings().BCRYPT_COST)
  await transaction((tx) => replacePasswordHash(tx, userId, hash, newHash))
}

/** The one answer to every sign-in that fails. */
export function signInRefused(): AppError {
  return new AppError('credentials_invalid', { detail: 'The name or the password is not right.' })
}
