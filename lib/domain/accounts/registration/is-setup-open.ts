import { findSetupOpen, findSetupOpenIn } from '@/lib/domain/accounts/account-store'
import type { Db } from '@/lib/db/client'

/** Returns whether the first administrator is still missing. Once false, it stays false. */
export async function isSetupOpen(): Promise<boolean> {
  return findSetupOpen()
}

/** Does the same in a transaction. */
export async function isSetupOpenIn(tx: Db): Promise<boolean> {
  return findSetupOpenIn(tx)
}
