import { markEmailConfirmed } from '@/lib/domain/accounts/email-store'
import type { Db } from '@/lib/db/client'

/**
 * Marks the address of an account as confirmed. Returns false if the account has another address by now or is not
 * active.
 */
export async function confirmEmail(tx: Db, userId: string, email: string): Promise<boolean> {
  return markEmailConfirmed(tx, userId, email)
}
