import { findSetupOpen } from '@/lib/domain/accounts/account-store'
import { AppError } from '@/lib/base/errors/app-error'

/** @throws AppError not_found, ever after the first administrator was made */
export async function requireSetupOpen(): Promise<void> {
  if (!(await findSetupOpen())) throw new AppError('not_found')
}
