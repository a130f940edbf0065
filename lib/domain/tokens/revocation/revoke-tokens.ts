import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import type { RevokeTokensInput } from '@/lib/domain/tokens/schema'

/**
 * Revokes several of the principal's tokens at once: those named, or those of a kind that are unused since an instant.
 * Ignores ids that are not the principal's.
 * @returns how many were revoked
 */
export async function revokeTokens(principal: Principal, input: RevokeTokensInput): Promise<{ revoked: number }> {
  const { ids, kind, unused_since, reason = 'unspecified' } = input
  const selection =
    kind === undefined || unused_since === undefined
      ? { ids: ids ?? [] }
      : { kind, unusedSince: new Date(unused_since) }
  return { revoked: await transactionAs(principal, (tx) => endTokens(tx, principal, selection, reason)) }
}
