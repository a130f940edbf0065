import { confirmPassword } from '@/lib/domain/accounts/sign-in/confirm-password'
import { demanding, type Principal } from '@/lib/keys/principal'
import { isPasswordRecent } from '@/lib/domain/authority/step-up'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Requires a password confirmed within the step-up window, or verifies the one in the request.
 * @returns the principal, which carries this demand to the transaction that acts on it
 * @throws AppError reauthentication_required, password_incorrect, busy
 */
export async function requireStepUp(principal: Principal, password: string | undefined): Promise<Principal> {
  if (isPasswordRecent(principal.authTime)) return demanding(principal, { needsRecentPassword: true })
  if (password === undefined) throw new AppError('reauthentication_required')
  return (await confirmPassword(principal, password, '/password')).principal
}
