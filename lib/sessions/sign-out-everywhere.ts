import type { Principal } from '@/lib/auth/principal'
import { transactionAs } from '@/lib/auth/transaction-as'
import { endTokens } from '@/lib/tokens/end-tokens'

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
