import { touchLastLogin } from '@/lib/accounts/account-store'
import { signInRefused } from '@/lib/accounts/authenticate-password'
import { ATTEMPTS_PER_LOCK } from '@/lib/accounts/sign-in-attempt'
import type { Db } from '@/lib/db/client'

/**
 * Notes a sign-in in the transaction that makes its token, forgets the failures before it,
 * and takes the account's row for whoever counts its sessions next. An account that was
 * deactivated while the password was checked is refused like everything else.
 * @throws AppError credentials_invalid
 */
export async function noteSignIn(tx: Db, userId: string): Promise<void> {
  if (!(await touchLastLogin(tx, userId, ATTEMPTS_PER_LOCK))) throw signInRefused()
}
