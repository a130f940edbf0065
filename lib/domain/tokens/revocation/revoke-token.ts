import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import type { RevokedReason } from '@/lib/domain/tokens/token-end-store'

/**
 * Revokes one of the principal's tokens, from the next request on. A token of another account, or one that is already
 * revoked, counts as absent.
 * @throws AppError token_not_found
 */
export async function revokeToken(principal: Principal, id: string, reason: RevokedReason): Promise<void> {
  const count = await transactionAs(principal, (tx) => endTokens(tx, principal, { ids: [id] }, reason))
  if (count === 0) throw new AppError('token_not_found')
}
