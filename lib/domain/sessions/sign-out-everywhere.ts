import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'

/**
 * Ends the principal's sessions, devices and refresh families; personal tokens stay.
 * @returns how many ended
 */
export async function signOutEverywhere(principal: Principal, keepCurrent: boolean): Promise<{ revoked: number }> {
  const selection = {
    kinds: ['session', 'device', 'refresh'],
    ...(keepCurrent && { except: principal.tokenId }),
  } as const
  return { revoked: await transactionAs(principal, (tx) => endTokens(tx, principal, selection, 'signed_out')) }
}
