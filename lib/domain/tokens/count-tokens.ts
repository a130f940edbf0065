import type { Principal } from '@/lib/keys/principal'
import type { TokenFilters } from '@/lib/domain/tokens/schema'
import { countOwnTokens } from '@/lib/domain/tokens/token-list-store'

/** Counts the principal's own tokens that match these filters, over all pages. */
export async function countTokens(principal: Principal, filters: TokenFilters): Promise<number> {
  return countOwnTokens(principal.userId, filters)
}
