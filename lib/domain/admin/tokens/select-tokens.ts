import { findAccountId } from '@/lib/domain/accounts/find-account-id'
import type { ManagedTokenRow } from '@/lib/domain/admin/tokens/managed-token-store'
import { tokenStretchesForAdmin } from '@/lib/domain/admin/tokens/token-stretches-store'
import type { ListManagedTokensQuery } from '@/lib/domain/admin/tokens/schema'
import { readStretches } from '@/lib/base/paging/read-stretches'

/**
 * Returns a page of the tokens of all accounts and the cursor of the next.
 * @throws AppError invalid_input for another list's cursor
 */
export async function selectTokens(
  { user, cursor, ...filters }: Omit<ListManagedTokensQuery, 'limit'>,
  limit: number,
): Promise<{ rows: ManagedTokenRow[]; nextCursor: string | null }> {
  const userId = user === undefined ? null : await findAccountId(user)
  // An unknown account has no tokens.
  if (user !== undefined && userId === null) return { rows: [], nextCursor: null }
  return readStretches(await tokenStretchesForAdmin({ ...filters, userId }), cursor, limit)
}
