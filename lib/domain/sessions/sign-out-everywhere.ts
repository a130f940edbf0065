import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'

/**
 * Revokes the principal's sessions, apps and API clients, except the current one if `keepCurrent`; personal tokens
 * stay.
 * @returns how many were revoked
 */
export async function signOutEverywhere(principal: Principal, keepCurrent: boolean): Promise<{ revoked: number }> {
  const selection = {
    kinds: ['session', 'device', 'refresh'],
    ...(keepCurrent && { except: principal.tokenId }),
  } as const
  return { revoked: await transactionAs(principal, (tx) => endTokens(tx, principal, selection, 'signed_out')) }
}
