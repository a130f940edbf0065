import { touchLastLogin } from '@/lib/domain/accounts/account-store'
import { mayActAtAll, signInRefused, type Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { countSignIn } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { ATTEMPTS_PER_LOCK } from '@/lib/base/passwords/lock-rule'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'

/** The owner gets an email if at least this many attempts failed before a successful sign-in. */
const FAILURES_TOLD = 5

/**
 * Records a sign-in in the transaction that issues its token and clears the failed attempts. Locks the account row, so
 * the next sign-in counts this session. Fails like a wrong password if the account was deactivated, or its password
 * changed, while the password was being verified. Emails the owner after many failed attempts, or when `newDevice`
 * names a device that the account has not used before.
 * @param verified the account with the hash that the password was verified against
 * @returns the updated account
 * @throws AppError credentials_invalid
 */
export async function noteSignIn(tx: Db, verified: Account, newDevice: string | null): Promise<Account> {
  const { id, lastLoginAt } = verified
  const failures = verified.failedSignIns + verified.knownBrowserFailures
  const account = await touchLastLogin(tx, id, verified.passwordHash as PasswordHash, ATTEMPTS_PER_LOCK)
  if (account === null || !mayActAtAll(account)) {
    countSignIn('failed')
    throw signInRefused()
  }
  afterCommit(tx, () => countSignIn('succeeded'))
  if (failures >= FAILURES_TOLD) await notifyOwner(tx, id, 'sign_in_after_failures', { failures })
  // The very first sign-in always comes from a new device, so it is not worth an email.
  else if (newDevice !== null && lastLoginAt !== null) await notifyOwner(tx, id, 'new_device', { device: newDevice })
  return account
}
