import { findAccountIn, type Account } from '@/lib/domain/accounts/account-store'
import { emailTaken, nameTaken } from '@/lib/domain/accounts/name-taken'
import { setEmail } from '@/lib/domain/accounts/email-store'
import { isAddressKept } from '@/lib/domain/codes/drop-codes'
import type { Db } from '@/lib/db/client'
import { isAppError } from '@/lib/base/errors/app-error'

/**
 * Gives an active account a confirmed address.
 * @returns the account before the change; null if it is no longer active
 * @throws AppError email_taken, also while another account can still take this address back
 */
export async function replaceEmail(tx: Db, userId: string, email: string): Promise<Account | null> {
  if (await isAddressKept(tx, email, userId)) throw emailTaken(null)
  const before = await findAccountIn(tx, userId)
  try {
    return (await setEmail(tx, userId, email)) ? before : null
  } catch (error) {
    const known = nameTaken(error)
    throw isAppError(known) ? emailTaken(null) : known
  }
}
