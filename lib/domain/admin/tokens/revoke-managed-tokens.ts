import { markManagedTokensRevoked } from '@/lib/domain/admin/tokens/mark-managed-tokens-revoked'
import type { ManagedTokensRevoked, RevokeManagedTokensInput } from '@/lib/domain/admin/tokens/schema'
import { selectForRevocation } from '@/lib/domain/admin/tokens/select-for-revocation'
import type { Administrator } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'

/**
 * Revokes tokens of any account, all or none: the named ones, or up to 500 live ones that match the filters. A token
 * that is used after the `unused_since` instant, up to the moment of the revocation, stays live.
 * @throws AppError admin_required, store_unavailable
 */
export async function revokeManagedTokens(
  admin: Administrator,
  { reason = 'unspecified', ...selector }: RevokeManagedTokensInput,
): Promise<ManagedTokensRevoked> {
  const { rows, remaining } = await selectForRevocation(selector)
  const { unused_since } = selector
  const unusedSince = unused_since === undefined ? undefined : new Date(unused_since)
  const ids = rows.map(({ id }) => id)
  const revoked = await transactionAsAdmin(admin, async (tx) => {
    return markManagedTokensRevoked(tx, admin, { ids, unusedSince }, reason)
  })
  return { revoked, remaining }
}
