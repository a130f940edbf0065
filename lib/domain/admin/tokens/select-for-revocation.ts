import { findTokensForAdmin, type ManagedTokenRow } from '@/lib/domain/admin/tokens/managed-token-store'
import { REVOCATION_COUNT_MAX, type TokenSelector } from '@/lib/domain/admin/tokens/schema'
import { selectTokens } from '@/lib/domain/admin/tokens/select-tokens'

/**
 * Returns the tokens that a revocation would affect: the named ones that are not revoked, or the first of the live ones
 * that match.
 */
export async function selectForRevocation({
  ids,
  ...filters
}: TokenSelector): Promise<{ rows: ManagedTokenRow[]; remaining: boolean }> {
  if (ids !== undefined) return { rows: await findTokensForAdmin(ids), remaining: false }
  const { rows, nextCursor } = await selectTokens({ ...filters, status: 'active' }, REVOCATION_COUNT_MAX)
  return { rows, remaining: nextCursor !== null }
}
