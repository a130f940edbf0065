import { hasOtherWayIn } from '@/lib/domain/accounts/sign-in/last-way-in'
import { reading } from '@/lib/db/transaction'
import { findOwnIdentities } from '@/lib/domain/identities/identity-store'
import { presentIdentity } from '@/lib/domain/identities/present-identity'
import type { IdentityView } from '@/lib/domain/identities/schema'
import type { Principal } from '@/lib/keys/principal'

/** Lists the providers that the principal can sign in with, oldest first. */
export async function listIdentities({ userId }: Principal): Promise<{ items: IdentityView[] }> {
  return reading(async (db) => {
    const items: IdentityView[] = []
    for (const identity of await findOwnIdentities(db, userId)) {
      const hasOther = await hasOtherWayIn(db, userId, { without: { identityId: identity.id } })
      items.push(presentIdentity(identity, !hasOther))
    }
    return { items }
  })
}
