import {
  findAccountForAuthentication,
  findKnownEmailKeys,
  lockAccountWithEmail,
  type Account,
} from '@/lib/domain/accounts/account-store'
import type { Db } from '@/lib/db/client'
import { foldEmail } from '@/lib/base/schema/email-address'

/** Finds the active account with this email address, in any spelling. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  const account = await findAccountForAuthentication(email)
  return account?.isActive === true && email.includes('@') ? account : null
}

/** Returns those of the addresses that belong to no account, in any spelling. */
export async function findUnknownEmails(emails: readonly string[]): Promise<Set<string>> {
  const known = await findKnownEmailKeys(emails.map(foldEmail))
  return new Set(emails.filter((email) => !known.has(foldEmail(email))))
}

/**
 * Locks an account that was found by its address and reads it again. Returns null if the account is no longer active or
 * has changed its address: a link must never reach an address that the account has given up.
 */
export async function holdAccountByEmail(tx: Db, { id, emailKey }: Account): Promise<Account | null> {
  return lockAccountWithEmail(tx, id, emailKey)
}
