import { findAccountId } from '@/lib/admin/accounts/find-account-id'
import type { ManagedTokenRow } from '@/lib/admin/tokens/managed-token-store'
import { tokenStretchesForAdmin } from '@/lib/admin/tokens/token-stretches-store'
import type { ListAllTokensQuery } from '@/lib/admin/tokens/schema'
import { readStretches } from '@/lib/paging/read-stretches'

/** A page of the tokens of all accounts, and the cursor of the next. @throws AppError invalid_input for a foreign cursor */
export async function selectTokens(
  { user, cursor, ...filters }: Omit<ListAllTokensQuery, 'limit'>,
  limit: number,
): Promise<{ rows: ManagedTokenRow[]; nextCursor: string | null }> {
  const userId = user === undefined ? null : await findAccountId(user)
  // Of nobody there are none.
  if (user !== undefined && userId === null) return { rows: [], nextCursor: null }
  return readStretches(await tokenStretchesForAdmin({ ...filters, userId }), cursor, limit)
}
