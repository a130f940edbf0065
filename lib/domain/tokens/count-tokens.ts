import type { Principal } from '@/lib/keys/principal'
import type { TokenFilters } from '@/lib/domain/tokens/schema'
import { countOwnTokens } from '@/lib/domain/tokens/token-list-store'

/** How many of the principal's own tokens a list with these filters holds, on all of its pages. */
export async function countTokens(principal: Principal, filters: TokenFilters): Promise<number> {
  return countOwnTokens(principal.userId, filters)
}
