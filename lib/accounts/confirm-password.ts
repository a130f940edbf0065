import { findOwnAccount, type Account } from '@/lib/accounts/account-store'
import { forgetAttempts } from '@/lib/accounts/attempt-store'
import { hasPassword } from '@/lib/accounts/authenticate-password'
import { ATTEMPTS_PER_LOCK } from '@/lib/accounts/sign-in-attempt'
import type { Principal } from '@/lib/auth/principal'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors/app-error'

/**
 * The principal's account, once it is shown that `password` is its password. Tries count
 * like those to sign in.
 * @throws AppError password_incorrect for the field at `pointer`; busy
 */
export async function confirmPassword(principal: Principal, password: string, pointer: string): Promise<Account> {
  const account = await findOwnAccount(principal.userId)
  if (!(await hasPassword(account, password, null)) || account?.isActive !== true) {
    const detail = 'The password is not right.'
    throw new AppError('password_incorrect', { detail, errors: [{ pointer, detail }] })
  }
  await transaction((tx) => forgetAttempts(tx, principal.userId, ATTEMPTS_PER_LOCK))
  return account
}
