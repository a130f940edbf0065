import type { Principal } from '@/lib/keys/principal'
import { decodeCursor, encodeCursor } from '@/lib/base/paging/cursor'
import { PAGE_SIZE_DEFAULT } from '@/lib/base/schema/list-query'
import { presentToken } from '@/lib/domain/tokens/present-token'
import type { ListTokensQuery, TokenPage } from '@/lib/domain/tokens/schema'
import { listOwnTokens, orderedBy, positionOf, type TokenSelectors } from '@/lib/domain/tokens/token-list-store'

/** The filters, order and page of a list of tokens. */
type TokenListing = TokenSelectors & Pick<ListTokensQuery, 'sort' | 'cursor' | 'limit'>

/**
 * Lists the principal's own tokens, a page at a time: every kind unless the query names some, newest first unless it
 * sorts otherwise.
 * @throws AppError invalid_input when the cursor belongs to another list
 */
export async function listTokens(principal: Principal, query: TokenListing): Promise<TokenPage> {
  const { limit = PAGE_SIZE_DEFAULT, sort = '-created_at', cursor, ...filters } = query
  const after = cursor === undefined ? null : decodeCursor(sort, orderedBy(sort), cursor)
  const rows = await listOwnTokens(principal.userId, filters, sort, after, limit)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((row) => presentToken(row, principal)),
    next_cursor: rows.length > limit && last ? encodeCursor(sort, positionOf(last, sort)) : null,
  }
}
