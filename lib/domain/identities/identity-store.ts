import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { Identity } from '@/lib/db/generated/sqlite/client'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'

export type { Identity }

/** What a provider said last, for display. */
const shown = ({ provider, email, emailVerified, username }: ProvenIdentity) => ({
  provider,
  email,
  emailVerified,
  username,
})

/** Finds the stored identity that a provider has proven. Issuer and subject decide, nothing else. */
export async function findIdentityForAuthentication(
  tx: Db,
  { issuer, subject }: ProvenIdentity,
): Promise<Identity | null> {
  return tx.identity.findUnique({ where: { issuer_subject: { issuer, subject } } })
}

/** Adds an identity to an account. The unique index decides; see `isIdentityTaken`. */
export async function insertIdentity(tx: Db, userId: string, proven: ProvenIdentity): Promise<Identity> {
  const at = now()
  const { issuer, subject } = proven
  return tx.identity.create({ data: { userId, issuer, subject, ...shown(proven), createdAt: at, lastUsedAt: at } })
}

/** Records the use of an identity of this owner and what the provider said; null if it is no longer theirs. */
export async function touchIdentity(
  tx: Db,
  userId: string,
  id: string,
  proven: ProvenIdentity,
): Promise<Identity | null> {
  const data = { ...shown(proven), lastUsedAt: now() }
  const [identity] = await tx.identity.updateManyAndReturn({ where: { id, userId }, data })
  return identity ?? null
}

/** Returns the identities of this owner, oldest first. */
export async function findOwnIdentities(db: Db, userId: string): Promise<Identity[]> {
  return db.identity.findMany({ where: { userId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
}

/** Finds an identity of this owner. */
export async function findOwnIdentity(tx: Db, userId: string, id: string): Promise<Identity | null> {
  return tx.identity.findUnique({ where: { id, userId } })
}

/** Deletes an identity of this owner; false when there is none. */
export async function deleteOwnIdentity(tx: Db, userId: string, id: string): Promise<boolean> {
  const { count } = await tx.identity.deleteMany({ where: { id, userId } })
  return count === 1
}
