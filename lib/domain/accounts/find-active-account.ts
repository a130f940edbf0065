import { findOwnAccount, type Account } from '@/lib/domain/accounts/account-store'

/** Returns the account if it is active, else null. */
export async function findActiveAccount(userId: string): Promise<Account | null> {
  const account = await findOwnAccount(userId)
  return account?.isActive === true ? account : null
}
