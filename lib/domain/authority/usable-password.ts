import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

/** Returns whether PASSWORD_SIGN_IN lets this account use a password. */
export function mayUsePassword({ isAdmin }: { isAdmin: boolean }): boolean {
  const { PASSWORD_SIGN_IN } = settings()
  return PASSWORD_SIGN_IN === 'on' || (PASSWORD_SIGN_IN === 'admins' && isAdmin)
}

/** The condition, in a statement that acts on a verified password, of the accounts that may use one. */
export function passwordHolders(): { isAdmin?: true } {
  return settings().PASSWORD_SIGN_IN === 'on' ? {} : { isAdmin: true }
}

/** Returns whether this account has a password and may use it. */
export function hasUsablePassword(account: { isAdmin: boolean; passwordHash: string | null }): boolean {
  return account.passwordHash !== null && mayUsePassword(account)
}

/**
 * Requires that PASSWORD_SIGN_IN lets the caller use a password. Null, a caller who has not signed in, may try one
 * unless nobody may.
 * @throws AppError password_sign_in_disabled
 */
export function requirePasswords(caller: { isAdmin: boolean } | null): void {
  if (mayUsePassword(caller ?? { isAdmin: true })) return
  const isForAdmins = settings().PASSWORD_SIGN_IN === 'admins'
  const detail = isForAdmins ? 'Only administrators can use a password here.' : 'Sign in with a provider instead.'
  throw new AppError('password_sign_in_disabled', { detail })
}
