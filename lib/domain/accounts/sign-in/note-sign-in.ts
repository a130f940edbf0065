import { touchLastLogin } from '@/lib/domain/accounts/account-store'
import { mayActAtAll, signInRefused, type Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { countSignIn } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { ATTEMPTS_PER_LOCK } from '@/lib/domain/accounts/sign-in/sign-in-attempt'
import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'

/** So many wrong passwords in a row before the right one are worth a word to the owner. */
const FAILURES_TOLD = 5

/**
 * Records a sign-in in the transaction that issues its token, clears the failures before it, and locks the account, so
 * that the next sign-in counts this session. An account that was deactivated, or got another password, while the shown
 * one was verified fails like a wrong password. The owner gets a mail after many wrong passwords, or when `newDevice`
 * names a device that was not seen before.
 * @param verified the account with the hash that the shown password was verified against
 * @returns the account as it is now
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
  // The first sign-in of all is everybody's own.
  else if (newDevice !== null && lastLoginAt !== null) await notifyOwner(tx, id, 'new_device', { device: newDevice })
  return account
}
