import * as z from 'zod'
import { SOON_MS, tokenParts, unusedSince, type TokenPart } from '@/components/tokens/list/token-parts'
import { listTokensQuery, type TokenFilters, type TokenSort } from '@/lib/domain/tokens/schema'

const { q, sort, cursor } = listTokensQuery.shape

/** What the address of the token page asks for, in the words of the API; what cannot be read counts as not said. */
export const tokenListAddress = z.object({
  show: z.enum(tokenParts).catch('active'),
  q: q.catch(undefined),
  sort: sort.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type TokenListAddress = z.infer<typeof tokenListAddress>

/** The filters of the API that a part of the list stands for. */
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

/** The order of a part when nothing is said: the newest first, or what ends first. */
export function sortOf({ show, sort: said }: Pick<TokenListAddress, 'show' | 'sort'>): TokenSort {
  return said ?? (show === 'ending' ? 'expires_at' : '-created_at')
}
