import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'

/** Revokes the credential that the principal presented. @throws AppError token_revoked when it was revoked meanwhile */
export async function signOut(principal: Principal): Promise<void> {
  await transactionAs(principal, (tx) => endTokens(tx, principal, { ids: [principal.tokenId] }, 'signed_out'))
}
