import { findOwnAccount, type Account } from '@/lib/domain/accounts/account-store'
import { forgetAttempts } from '@/lib/domain/accounts/attempt-store'
import { verifiedHash } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { ATTEMPTS_PER_LOCK } from '@/lib/base/passwords/lock-rule'
import { passwordIncorrect } from '@/lib/domain/authority/password-incorrect'
import { demanding, type Principal } from '@/lib/keys/principal'
import { transaction } from '@/lib/db/transaction'

/** An account whose password was verified, and the principal that supplied it. */
interface Confirmed<P extends Principal> {
  account: Account
  /** Carries the verified hash, which the acting transaction compares with the stored one. */
  principal: P
}

/**
 * Verifies that `password` is the password of the principal’s account. Attempts count like sign-in attempts.
 * @throws AppError password_incorrect for the field at `pointer`; busy
 */
export async function confirmPassword<P extends Principal>(
  principal: P,
  password: string,
  pointer: string,
): Promise<Confirmed<P>> {
  const account = await findOwnAccount(principal.userId)
  const hash = await verifiedHash(account, password, null)
  if (hash === null || account?.isActive !== true) throw passwordIncorrect(pointer)
  await transaction((tx) => forgetAttempts(tx, principal.userId, ATTEMPTS_PER_LOCK, hash))
  return {
    account: { ...account, passwordHash: hash },
    principal: demanding(principal, { shownPassword: { hash, pointer } }),
  }
}
