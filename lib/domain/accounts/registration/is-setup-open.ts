import { findSetupOpen } from '@/lib/domain/accounts/account-store'

/** Returns whether the first administrator is still missing. Once false, it stays false. */
export async function isSetupOpen(): Promise<boolean> {
  return findSetupOpen()
}
