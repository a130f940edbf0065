import { findOwnAccount, type Account } from '@/lib/domain/accounts/account-store'

/** An account, while it is active. */
export async function findActiveAccount(userId: string): Promise<Account | null> {
  const account = await findOwnAccount(userId)
  return account?.isActive === true ? account : null
}
