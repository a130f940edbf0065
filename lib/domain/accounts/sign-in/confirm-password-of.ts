import { findOwnAccount } from '@/lib/domain/accounts/account-store'
import { forgetAttempts } from '@/lib/domain/accounts/attempt-store'
import { verifiedHash } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { passwordIncorrect } from '@/lib/domain/authority/password-incorrect'
import { ATTEMPTS_PER_LOCK } from '@/lib/base/passwords/lock-rule'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import { transaction } from '@/lib/db/transaction'

/**
 * Verifies that `password` is the password of an active account that may use one, for a person who is not signed in.
 * Attempts count like sign-in attempts.
 * @returns the stored hash that matches, for the acting transaction to compare
 * @throws AppError password_incorrect for the field `password`; busy
 */
export async function confirmPasswordOf(
  userId: string,
  password: string,
  knownDevice: string | null,
): Promise<PasswordHash> {
  const account = await findOwnAccount(userId)
  const hash = await verifiedHash(account, password, knownDevice)
  if (hash === null || account?.isActive !== true) throw passwordIncorrect('/password')
  await transaction((tx) => forgetAttempts(tx, userId, ATTEMPTS_PER_LOCK, hash))
  return hash
}
