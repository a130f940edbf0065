import { findAccountIdForAdmin } from '@/lib/domain/accounts/account-store'

/** The id of the account that administrators call by its id, its username or its e-mail address. */
export async function findAccountId(name: string): Promise<string | null> {
  return findAccountIdForAdmin(name)
}
