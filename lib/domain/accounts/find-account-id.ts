import { findAccountIdForAdmin } from '@/lib/domain/accounts/account-store'

/** Returns the id of the account that an administrator names by id, username or email address, or null. */
export async function findAccountId(name: string): Promise<string | null> {
  return findAccountIdForAdmin(name)
}
