import { findAccountForAuthentication, type Account } from '@/lib/accounts/account-store'

/** The active account of an address, in any spelling of it. */
export async function findAccountByEmail(email: string): Promise<Account | null> {
  const account = await findAccountForAuthentication(email)
  return account?.isActive === true && email.includes('@') ? account : null
}
