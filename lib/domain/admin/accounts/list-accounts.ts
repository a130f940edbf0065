import { accountStretchesForAdmin } from '@/lib/domain/admin/accounts/account-list-store'
import { findIdentityUsesForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import { presentManagedAccount } from '@/lib/domain/admin/accounts/present-managed-account'
import type { AccountPage, ListAccountsQuery } from '@/lib/domain/admin/accounts/schema'
import type { Administrator } from '@/lib/keys/principal'
import { readStretches } from '@/lib/base/paging/read-stretches'
import { PAGE_SIZE_DEFAULT } from '@/lib/base/schema/list-query'

/** Lists all accounts, or those that match the query. @throws AppError invalid_input for another list's cursor */
export async function listAccounts(_admin: Administrator, query: ListAccountsQuery): Promise<AccountPage> {
  const { limit = PAGE_SIZE_DEFAULT, cursor, ...filters } = query
  const { rows, nextCursor } = await readStretches(accountStretchesForAdmin(filters), cursor, limit)
  const uses = await findIdentityUsesForAdmin(rows.map(({ id }) => id))
  const usesOf = (id: string) => uses.filter(({ userId }) => userId === id)
  return { items: rows.map((row) => presentManagedAccount(row, usesOf(row.id))), next_cursor: nextCursor }
}
