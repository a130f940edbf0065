import { findSetupOpen } from '@/lib/domain/accounts/account-store'

/** Whether the first administrator is still to be made; never again true once it was false. */
export async function isSetupOpen(): Promise<boolean> {
  return findSetupOpen()
}
