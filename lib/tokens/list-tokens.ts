import type { Principal } from '@/lib/auth/principal'
import { presentToken } from '@/lib/tokens/present-token'
import type { ListTokensQuery, TokenPage } from '@/lib/tokens/schema'
import { listOwnTokens } from '@/lib/tokens/token-store'

const LIMIT_DEFAULT = 50

/** The principal's own tokens of every kind, newest first, a page at a time. */
export async function listTokens(principal: Principal, query: ListTokensQuery): Promise<TokenPage> {
  const limit = query.limit ?? LIMIT_DEFAULT
  const rows = await listOwnTokens(principal.userId, query, limit)
  const items = rows.slice(0, limit).map((row) => presentToken(row, principal.tokenId))
  return { items, next_cursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
