import { touchLastLogin } from '@/lib/accounts/account-store'
import { signInRefused, type Account } from '@/lib/accounts/authenticate-password'
import { notifyOwner } from '@/lib/accounts/notify-owner'
import { countSignIn } from '@/lib/accounts/sign-in-days'
import { ATTEMPTS_PER_LOCK } from '@/lib/accounts/sign-in-attempt'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'

/** So many wrong passwords in a row before the right one are worth a word to the owner. */
const FAILURES_TOLD = 5

/**
 * Notes a sign-in in the transaction that makes its token, forgets the failures before it,
 * and takes the account's row for whoever counts its sessions next. An account that was
 * deactivated while the password was checked is refused like everything else. The owner is told
 * by mail when many wrong passwords came before, or when `newDevice` names a device that was not
 * seen before.
 * @throws AppError credentials_invalid
 */
export async function noteSignIn(tx: Db, account: Account, newDevice: string | null): Promise<void> {
  const { id, failedSignIns: failures, lastLoginAt } = account
  if (!(await touchLastLogin(tx, id, ATTEMPTS_PER_LOCK))) throw signInRefused()
  afterCommit(tx, () => countSignIn('succeeded'))
  if (failures >= FAILURES_TOLD) await notifyOwner(tx, id, 'sign_in_after_failures', { failures })
  // The first sign-in of all is everybody's own.
  else if (newDevice !== null && lastLoginAt !== null) await notifyOwner(tx, id, 'new_device', { device: newDevice })
}
