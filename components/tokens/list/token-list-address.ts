import * as z from 'zod'
import { SOON_MS, tokenParts, unusedSince, type TokenPart } from '@/components/tokens/list/token-parts'
import { listTokensQuery, type TokenFilters, type TokenSort } from '@/lib/domain/tokens/schema'

const { q, sort, cursor } = listTokensQuery.shape

/** Query parameters of the token page, named as in the API. Invalid values count as absent. */
export const tokenListAddress = z.object({
  show: z.enum(tokenParts).catch('active'),
  q: q.catch(undefined),
  sort: sort.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type TokenListAddress = z.infer<typeof tokenListAddress>

/** Returns the API filters of a part of the list. */
export function filtersOfPart(part: TokenPart, nowMs: number): TokenFilters {
  const kind = 'personal'
  switch (part) {
    case 'active':
      return { kind, status: 'active' }
    case 'ending':
      return { kind, status: 'active', expires_before: new Date(nowMs + SOON_MS).toISOString() }
    case 'unused':
      return { kind, unused_since: unusedSince(nowMs) }
    case 'ended':
      return { kind, status: 'ended' }
  }
}

/**
 * Returns the requested order. The default is newest first, or for tokens that expire soon the earliest expiry first.
 */
export function sortOf({ show, sort: said }: Pick<TokenListAddress, 'show' | 'sort'>): TokenSort {
  return said ?? (show === 'ending' ? 'expires_at' : '-created_at')
}
