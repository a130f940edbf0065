import { closeSetup } from '@/lib/domain/accounts/account-store'
import type { Db } from '@/lib/db/client'

/**
 * Closes the setup in the transaction that makes an account an administrator. Returns true for exactly one caller,
 * ever; nothing changes for the others.
 */
export async function finishSetup(tx: Db): Promise<boolean> {
  return closeSetup(tx)
}
