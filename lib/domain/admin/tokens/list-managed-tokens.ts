import { presentManagedToken } from '@/lib/domain/admin/tokens/present-managed-token'
import type { ListManagedTokensQuery, ManagedTokenPage } from '@/lib/domain/admin/tokens/schema'
import { selectTokens } from '@/lib/domain/admin/tokens/select-tokens'
import type { Administrator } from '@/lib/keys/principal'
import { PAGE_SIZE_DEFAULT } from '@/lib/base/schema/list-query'

/**
 * Lists the tokens of all accounts, or those that match the query.
 * @throws AppError invalid_input for another list's cursor
 */
export async function listManagedTokens(
  admin: Administrator,
  query: ListManagedTokensQuery,
): Promise<ManagedTokenPage> {
  const { limit = PAGE_SIZE_DEFAULT, ...filters } = query
  const { rows, nextCursor } = await selectTokens(filters, limit)
  return { items: rows.map((row) => presentManagedToken(row, admin)), next_cursor: nextCursor }
}
