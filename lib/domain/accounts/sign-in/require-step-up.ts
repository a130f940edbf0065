import { findOwnAccount } from '@/lib/domain/accounts/account-store'
import { confirmPassword } from '@/lib/domain/accounts/sign-in/confirm-password'
import { demanding, type Principal } from '@/lib/keys/principal'
import { isPasswordRecent, reauthenticationRequired } from '@/lib/domain/authority/step-up'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import { AppError } from '@/lib/base/errors/app-error'
import { reading } from '@/lib/db/transaction'

/**
 * Requires a confirmation within the step-up window, by password or at a provider, or verifies the password in the
 * request. The password of an account that may not use one is ignored.
 * @returns the principal, which carries this demand to the transaction that acts on it
 * @throws AppError reauthentication_required, password_incorrect, busy
 */
export async function requireStepUp(principal: Principal, password: string | undefined): Promise<Principal> {
  if (isPasswordRecent(principal.authTime)) return demanding(principal, { needsRecentPassword: true })
  const account = await findOwnAccount(principal.userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  if (password === undefined || !hasUsablePassword(account)) {
    throw await reading((db) => reauthenticationRequired(db, account))
  }
  return (await confirmPassword(principal, password, '/password')).principal
}
