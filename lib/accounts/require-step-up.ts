import { confirmPassword } from '@/lib/accounts/confirm-password'
import type { Principal } from '@/lib/auth/principal'
import { now, secondsAfter } from '@/lib/clock'
import { AppError } from '@/lib/errors/app-error'

/** How long a password that was shown counts, in seconds: 15 minutes. */
export const STEP_UP_SECONDS = 900

/**
 * Lets pass who has shown the password within 15 minutes, or shows it now.
 * @throws AppError reauthentication_required, password_incorrect, busy
 */
export async function requireStepUp(principal: Principal, password: string | undefined): Promise<void> {
  const { authTime } = principal
  if (authTime !== null && secondsAfter(authTime, STEP_UP_SECONDS) > now()) return
  if (password === undefined) throw new AppError('reauthentication_required')
  await confirmPassword(principal, password, '/password')
}
