import { findSetupOpen } from '@/lib/domain/accounts/account-store'
import { AppError } from '@/lib/base/errors/app-error'

/** Requires that the setup is open. @throws AppError not_found once the first administrator exists */
export async function requireSetupOpen(): Promise<void> {
  if (!(await findSetupOpen())) throw new AppError('not_found')
}
