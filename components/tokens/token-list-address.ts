import * as z from 'zod'
import { listTokensQuery, type TokenFilters, type TokenSort } from '@/lib/tokens/schema'

const DAY_MS = 86_400_000

/** From when before its end a token is said to end soon. */
export const SOON_MS = 7 * DAY_MS

const UNUSED_DAYS = 90

/** The parts of the list that the page offers. */
export const tokenParts = ['active', 'ending', 'unused', 'ended'] as const

export type TokenPart = (typeof tokenParts)[number]

/** What each part is called. */
export const partNames: Record<TokenPart, string> = {
  active: 'Active',
  ending: 'Ending soon',
  unused: `Unused ${UNUSED_DAYS} days`,
  ended: 'Ended',
}

const { q, sort, cursor } = listTokensQuery.shape

/** What the address of the token page asks for, in the words of the API; what cannot be read counts as not said. */
export const tokenListAddress = z.object({
  show: z.enum(tokenParts).catch('active'),
  q: q.catch(undefined),
  sort: sort.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type TokenListAddress = z.infer<typeof tokenListAddress>

/** The address of the token page that asks for this. */
export function tokenListHref(address: Partial<TokenListAddress>): string {
  const said = Object.entries(address).filter(
    ([name, value]) => value !== undefined && !(name === 'show' && value === 'active'),
  )
  const query = new URLSearchParams(said as [string, string][]).toString()
  return `/settings/tokens${query === '' ? '' : `?${query}`}`
}

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

/** Since when a token must have rested to count as unused. */
export function unusedSince(nowMs: number): string {
  return new Date(nowMs - UNUSED_DAYS * DAY_MS).toISOString()
}

/** The order of a part when nothing is said: the newest first, or what ends first. */
export function sortOf({ show, sort: said }: Pick<TokenListAddress, 'show' | 'sort'>): TokenSort {
  return said ?? (show === 'ending' ? 'expires_at' : '-created_at')
}
