import { lockAccountForAuthentication, type Account } from '@/lib/domain/accounts/account-store'
import type { Db } from '@/lib/db/client'
import { foldEmail } from '@/lib/base/schema/email-address'
import { isNoEmail } from '@/lib/base/schema/no-email'

/** Locks an account, active or not, until the transaction ends, and reads it. Returns null if there is none. */
export async function holdAccount(tx: Db, id: string): Promise<Account | null> {
  return lockAccountForAuthentication(tx, { id })
}

/** Does the same for the account with this address, in any spelling, whether or not its owner confirmed it. */
export async function holdAccountWithEmail(tx: Db, email: string): Promise<Account | null> {
  const emailKey = foldEmail(email)
  return isNoEmail(emailKey) ? null : lockAccountForAuthentication(tx, { emailKey })
}
