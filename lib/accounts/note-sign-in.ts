import { touchLastLogin } from '@/lib/accounts/account-store'
import { signInRefused } from '@/lib/accounts/authenticate-password'
import type { Db } from '@/lib/db/client'

/**
 * Notes a sign-in in the transaction that makes its token. An account that was deactivated
 * while the password was checked is refused like everything else.
 * @throws AppError credentials_invalid
 */
export async function noteSignIn(tx: Db, userId: string): Promise<void> {
  if (!(await touchLastLogin(tx, userId))) throw signInRefused()
}
