import {
  findAccountForAuthentication,
  findKnownEmailKeys,
  lockAccountWithEmail,
  type Account,
} from '@/lib/domain/accounts/account-store'
import type { Db } from '@/lib/db/client'
import { foldEmail } from '@/lib/base/schema/email-address'

/** The active account of an address, in any spelling of it. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  const account = await findAccountForAuthentication(email)
  return account?.isActive === true && email.includes('@') ? account : null
}

/** Returns the addresses that belong to no account, however they are spelled. */
export async function findUnknownEmails(emails: readonly string[]): Promise<Set<string>> {
  const known = await findKnownEmailKeys(emails.map(foldEmail))
  return new Set(emails.filter((email) => !known.has(foldEmail(email))))
}

/**
 * Locks an account that was found by its address and reads it again; null when it is no longer active or has another
 * address by now. A link must never reach an address that the account has given up.
 */
export async function holdAccountByEmail(tx: Db, { id, emailKey }: Account): Promise<Account | null> {
  return lockAccountWithEmail(tx, id, emailKey)
}
