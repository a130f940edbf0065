import { filtersOfPart, sortOf, type TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenParts, type TokenPart } from '@/components/tokens/list/token-parts'
import type { Principal } from '@/lib/keys/principal'
import { now } from '@/lib/base/clock'
import { isAppError } from '@/lib/base/errors/app-error'
import { countTokens } from '@/lib/domain/tokens/count-tokens'
import { listTokens } from '@/lib/domain/tokens/list-tokens'
import { listActivity } from '@/lib/domain/usage/list-activity'
import type { ListTokensQuery, TokenPage, TokenView } from '@/lib/domain/tokens/schema'

const TOKENS_PER_PAGE = 50

interface TokenList extends TokenPage {
  /** The number of tokens in each part of the list, among those that match the search. */
  counts: Record<TokenPart, number>
  activities: Awaited<ReturnType<typeof listActivity>>
  /** The first to expire of the tokens that expire soon; read only for page one of active tokens, without a search. */
  endsFirst: TokenView | undefined
}

/** Reads everything that the token page shows of the principal's tokens. */
export async function readTokenList(principal: Principal, address: TokenListAddress): Promise<TokenList> {
  const { show, q, cursor } = address
  const nowMs = now().getTime()
  const found = q === undefined ? {} : { q }
  const query = { ...filtersOfPart(show, nowMs), ...found, sort: sortOf(address), limit: TOKENS_PER_PAGE, cursor }
  const [page, ...counted] = await Promise.all([
    listFromCursorOrStart(principal, query),
    ...tokenParts.map((part) => countTokens(principal, { ...filtersOfPart(part, nowMs), ...found })),
  ])
  const counts = Object.fromEntries(tokenParts.map((part, index) => [part, counted[index] ?? 0]))
  const soon = { ...filtersOfPart('ending', nowMs), sort: 'expires_at', limit: 1 } as const
  const isAsked = show === 'active' && q === undefined && cursor === undefined && (counts['ending'] ?? 0) > 0
  const [activities, ending] = await Promise.all([
    listActivity(
      principal,
      page.items.map(({ id }) => id),
    ),
    isAsked ? listTokens(principal, soon) : null,
  ])
  return { ...page, counts: counts as Record<TokenPart, number>, activities, endsFirst: ending?.items[0] }
}

/**
 * Lists a page of tokens. A cursor that was tampered with, or belongs to another order, shows the first page, as a
 * missing one does.
 */
async function listFromCursorOrStart(principal: Principal, query: ListTokensQuery): Promise<TokenPage> {
  try {
    return await listTokens(principal, query)
  } catch (error) {
    if (!isAppError(error, 'invalid_input')) throw error
    return listTokens(principal, { ...query, cursor: undefined })
  }
}
