import { endAnyTokens } from '@/lib/domain/admin/tokens/end-any-tokens'
import type { AnyTokensRevoked, RevokeAnyTokensInput } from '@/lib/domain/admin/tokens/schema'
import { selectForRevocation } from '@/lib/domain/admin/tokens/select-for-revocation'
import type { Administrator } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'

/**
 * Revokes tokens of any account: those named, or up to five hundred of the live ones that match, all
 * of them or none. What was used since an instant given as `unused_since` lives on, up to the moment
 * of the revocation.
 * @throws AppError admin_required, store_unavailable
 */
export async function revokeAnyTokens(
  admin: Administrator,
  { reason = 'unspecified', ...selector }: RevokeAnyTokensInput,
): Promise<AnyTokensRevoked> {
  const { rows, remaining } = await selectForRevocation(selector)
  const { unused_since } = selector
  const unusedSince = unused_since === undefined ? undefined : new Date(unused_since)
  const ids = rows.map(({ id }) => id)
  const revoked = await transactionAsAdmin(admin, async (tx) => {
    return endAnyTokens(tx, admin, { ids, unusedSince }, reason)
  })
  return { revoked, remaining }
}
