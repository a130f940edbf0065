import type { Principal } from '@/lib/auth/principal'
import { endToken } from '@/lib/tokens/end-token'

/** Ends the credential that the principal presented. One that ended meanwhile is what was asked for. */
export async function signOut(principal: Principal): Promise<void> {
  await endToken(principal, principal.tokenId, 'signed_out')
}
