import type { Principal } from '@/lib/auth/principal'
import { transaction } from '@/lib/db/transaction'
import { endTokens } from '@/lib/tokens/end-tokens'

/** Ends the credential that the principal presented. One that ended meanwhile is what was asked for. */
export async function signOut(principal: Principal): Promise<void> {
  await transaction((tx) => endTokens(tx, principal, { ids: [principal.tokenId] }, 'signed_out'))
}
