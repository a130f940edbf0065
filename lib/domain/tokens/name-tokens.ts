import type { Principal } from '@/lib/keys/principal'
import type { NamedToken } from '@/lib/domain/tokens/schema'
import { findOwnTokenNames } from '@/lib/domain/tokens/token-list-store'

/** Returns the names and kinds of those `ids` that are the principal's tokens, live or dead; others are absent. */
export async function nameTokens(principal: Principal, ids: readonly string[]): Promise<Map<string, NamedToken>> {
  if (ids.length === 0) return new Map()
  const rows = await findOwnTokenNames(principal.userId, ids)
  return new Map(rows.map(({ id, name, kind }) => [id, { name, kind }]))
}
