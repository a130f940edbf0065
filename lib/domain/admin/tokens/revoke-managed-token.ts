import { markManagedTokensRevoked } from '@/lib/domain/admin/tokens/mark-managed-tokens-revoked'
import type { Administrator } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import type { RevokedReason } from '@/lib/domain/tokens/revocation/end-tokens'

/**
 * Revokes a token of any account. The server rejects it from the next request on.
 * @throws AppError token_not_found, admin_required
 */
export async function revokeManagedToken(admin: Administrator, id: string, reason: RevokedReason): Promise<void> {
  const count = await transactionAsAdmin(admin, async (tx) => {
    return markManagedTokensRevoked(tx, admin, { ids: [id] }, reason)
  })
  if (count === 0) throw new AppError('token_not_found')
}
