import type { Principal } from '@/lib/auth/principal'
import type { TokenFilters } from '@/lib/tokens/schema'
import { countOwnTokens } from '@/lib/tokens/token-list-store'

/** How many of the principal's own tokens a list with these filters holds, on all of its pages. */
export async function countTokens(principal: Principal, filters: TokenFilters): Promise<number> {
  return countOwnTokens(principal.userId, filters)
}
