import type { Principal } from '@/lib/keys/principal'
import type { NamedToken } from '@/lib/domain/tokens/schema'
import { findOwnTokenNames } from '@/lib/domain/tokens/token-list-store'

/** The names and kinds of those of `ids` that are tokens of the principal's, live or dead; others are absent. */
export async function nameTokens(principal: Principal, ids: readonly string[]): Promise<Map<string, NamedToken>> {
  if (ids.length === 0) return new Map()
  const rows = await findOwnTokenNames(principal.userId, ids)
  return new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]))
}
