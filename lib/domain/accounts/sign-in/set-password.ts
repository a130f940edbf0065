import { setPasswordHash } from '@/lib/domain/accounts/account-store'
import { forgetAttempts } from '@/lib/domain/accounts/attempt-store'
import { ATTEMPTS_PER_LOCK } from '@/lib/domain/accounts/sign-in/sign-in-attempt'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'

/** Gives an active account another password, whatever it was, and opens its lock. False when it is not active. */
export async function setPassword(tx: Db, userId: string, hash: PasswordHash): Promise<boolean> {
  if (!(await setPasswordHash(tx, userId, hash))) return false
  await forgetAttempts(tx, userId, ATTEMPTS_PER_LOCK, hash)
  return true
}
