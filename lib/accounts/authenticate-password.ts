import { findAccountForAuthentication, type Account } from '@/lib/accounts/account-store'

import type { SignInCredentials } from '@/lib/accounts/schema'
import { isPasswordRight, type PasswordHash, type PasswordPlaintext } from '@/lib/crypto/password-hash'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'

export type { Account }

/**
 * The active account that the credentials belong to. Every refusal is the same and costs the
 * same: one bcrypt at the current cost, whether or not there is such an account.
 * @throws AppError credentials_invalid, busy
 */
export async function authenticatePassword(credentials: SignInCredentials): Promise<Account> {
  const account = await findAccountForAuthentication(credentials.username ?? credentials.email ?? '')
  const hash = (account?.passwordHash ?? null) as PasswordHash | null
  const isRight = await isPasswordRight(credentials.password as PasswordPlaintext, hash, settings().BCRYPT_COST)
  if (account === null || !isRight || !account.isActive) throw signInRefused()
  return account
}

/** The one answer to every sign-in that fails. */
export function signInRefused(): AppError {
  return new AppError('credentials_invalid', { detail: 'The name or the password is not right.' })
}
