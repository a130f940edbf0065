import { hasOtherWayIn } from '@/lib/domain/accounts/sign-in/last-way-in'
import { addIdentity } from '@/lib/domain/identities/add-identity'
import { identityTaken, isIdentityTaken } from '@/lib/domain/identities/identity-taken'
import { presentIdentity } from '@/lib/domain/identities/present-identity'
import { recognizeIdentity } from '@/lib/domain/identities/recognize-identity'
import type { IdentityView } from '@/lib/domain/identities/schema'
import { transactionAsVisitor, type JourneyOwner } from '@/lib/domain/provider-sign-in/transaction-as-visitor'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import type { Principal } from '@/lib/keys/principal'

/**
 * Adds a proven identity to the account of the session in which the visit began. The step-up was required then. Adding
 * an identity that the account already has changes nothing but what the provider said last.
 * @throws AppError provider_failed, identity_taken
 */
export async function linkProvider(
  principal: Principal<'session'> | null,
  journey: JourneyOwner,
  proven: ProvenIdentity,
): Promise<IdentityView> {
  try {
    return await transactionAsVisitor(principal, journey, async (tx, acting) => {
      const known = await recognizeIdentity(tx, proven)
      if (known !== null && known.account.id !== acting.userId) throw identityTaken()
      const identity = known?.identity ?? (await addIdentity(tx, proven, { actor: acting, proof: 'session' }))
      const isLast = !(await hasOtherWayIn(tx, acting.userId, { without: { identityId: identity.id } }))
      return presentIdentity(identity, isLast)
    })
  } catch (error) {
    throw isIdentityTaken(error) ? identityTaken() : error
  }
}
