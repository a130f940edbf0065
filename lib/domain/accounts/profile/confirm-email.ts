import { markEmailConfirmed } from '@/lib/domain/accounts/email-store'
import type { Db } from '@/lib/db/client'

/** Notes that an account's address is its owner's. False when it has another address by now, or is not active. */
export async function confirmEmail(tx: Db, userId: string, email: string): Promise<boolean> {
  return markEmailConfirmed(tx, userId, email)
}
