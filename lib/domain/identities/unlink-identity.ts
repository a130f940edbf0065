import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { hasOtherWayIn } from '@/lib/domain/accounts/sign-in/last-way-in'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { deleteOwnIdentity, findOwnIdentity } from '@/lib/domain/identities/identity-store'
import { labelOf } from '@/lib/domain/identities/present-identity'
import { dropJourneys } from '@/lib/domain/providers/drop-journeys'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { isTokenOfIdentity } from '@/lib/domain/tokens/is-token-of-identity'
import type { Principal } from '@/lib/keys/principal'

const LAST_WAY_IN = 'Nothing else could sign in to your account. Add a password or another provider first.'

/**
 * Removes an identity of the principal’s account, unless nothing else could sign in to it, and revokes the sessions and
 * apps that it signed in, even the current one. Sign-ins and visits to a provider that had begun end with it. The lock
 * on the account lets concurrent removals see each other.
 * @returns whether the identity had signed in the principal’s own token
 * @throws AppError identity_not_found, last_way_in
 */
export async function unlinkIdentity(principal: Principal, id: string): Promise<{ isSignedOut: boolean }> {
  return transactionAs(principal, async (tx, acting) => {
    const { userId, tokenId } = acting
    const identity = await findOwnIdentity(tx, userId, id)
    if (identity === null) throw new AppError('identity_not_found')
    if (!(await hasOtherWayIn(tx, userId, { without: { identityId: id } }))) {
      throw new AppError('last_way_in', { detail: LAST_WAY_IN })
    }
    const isSignedOut = await isTokenOfIdentity(tx, userId, tokenId, id)
    await deleteOwnIdentity(tx, userId, id)
    const revoked = await endTokens(tx, acting, { identityId: id }, 'signed_out')
    await dropTickets(tx, userId)
    await dropJourneys(tx, userId)
    const { provider } = identity
    const target = { type: 'identity', id } as const
    const details = { provider, revoked }
    await recordAudit(tx, { action: 'identity.unlinked', actor: principal, userId, target, details })
    await notifyOwner(tx, userId, 'identity_unlinked', { provider: labelOf(provider) })
    return { isSignedOut }
  })
}
