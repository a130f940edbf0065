import type { Principal } from '@/lib/auth/principal'
import { revokeToken } from '@/lib/tokens/revoke-token'

/** Ends the credential that the principal presented. @throws AppError token_not_found when it ended meanwhile */
export async function signOut(principal: Principal): Promise<void> {
  await revokeToken(principal, principal.tokenId, 'signed_out')
}
