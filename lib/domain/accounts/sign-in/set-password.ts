import { setPasswordHash } from '@/lib/domain/accounts/account-store'
import { forgetAttempts } from '@/lib/domain/accounts/attempt-store'
import { ATTEMPTS_PER_LOCK } from '@/lib/base/passwords/lock-rule'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'

/**
 * Overwrites the password of an active account, unlocks it, and invalidates the tickets of sign-ins to it. Returns false
 * if the account is not active.
 */
export async function setPassword(tx: Db, userId: string, hash: PasswordHash): Promise<boolean> {
  if (!(await setPasswordHash(tx, userId, hash))) return false
  await forgetAttempts(tx, userId, ATTEMPTS_PER_LOCK, hash)
  await dropTickets(tx, userId)
  return true
}
