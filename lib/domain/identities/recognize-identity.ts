import { holdAccount } from '@/lib/domain/accounts/hold-account'
import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { identityRefused } from '@/lib/domain/accounts/sign-in/note-sign-in'
import type { Db } from '@/lib/db/client'
import { findIdentityForAuthentication, touchIdentity, type Identity } from '@/lib/domain/identities/identity-store'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'

/** A known identity, and its account, whose row is locked. */
interface Recognized {
  account: Account
  identity: Identity
}

/**
 * Finds the account of a proven identity, locks it, and stores what the provider said for display. Nothing that the
 * provider said changes the account. Returns null for an unknown identity.
 * @throws AppError credentials_invalid if the identity was removed at this moment
 */
export async function recognizeIdentity(tx: Db, proven: ProvenIdentity): Promise<Recognized | null> {
  const known = await findIdentityForAuthentication(tx, proven)
  if (known === null) return null
  const account = await holdAccount(tx, known.userId)
  if (account === null) throw identityRefused()
  const identity = await touchIdentity(tx, account.id, known.id, proven)
  if (identity === null) throw identityRefused()
  return { account, identity }
}
