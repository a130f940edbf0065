import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Db } from '@/lib/db/client'
import { insertIdentity, type Identity } from '@/lib/domain/identities/identity-store'
import { labelOf } from '@/lib/domain/identities/present-identity'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'

/** What showed that the identity and the account belong to one person. */
type LinkProof = 'verified_email' | 'password' | 'session'

interface Linking {
  /** The account, and the token that it acts through, if any. */
  actor: { userId: string; tokenId?: string }
  proof: LinkProof
}

/**
 * Adds an identity to an existing account and emails its owner. Lock the account’s row first. The unique index decides;
 * see `isIdentityTaken`.
 */
export async function addIdentity(tx: Db, proven: ProvenIdentity, { actor, proof }: Linking): Promise<Identity> {
  const { userId } = actor
  const identity = await insertIdentity(tx, userId, proven)
  const { provider } = proven
  await recordAudit(tx, {
    action: 'identity.linked',
    actor,
    userId,
    target: { type: 'identity', id: identity.id },
    details: { provider, proof },
  })
  await notifyOwner(tx, userId, 'identity_linked', { provider: labelOf(provider) })
  return identity
}

/** Adds the first identity of a new account. The unique index decides; see `isIdentityTaken`. */
export async function storeIdentity(tx: Db, userId: string, proven: ProvenIdentity): Promise<Identity> {
  return insertIdentity(tx, userId, proven)
}
