import type { Db } from '@/lib/db/client'
import type { Identity, Token, TokenSecret, User } from '@/lib/db/generated/sqlite/client'

/** A way to sign in at a provider. */
export type StoredIdentity = Pick<Identity, 'id' | 'provider'>

/** What decides whether a principal may still act, read in a transaction. */
export interface ActingToken {
  user: User
  token: Token
  /** The secret that the request presented; null for an access token, or if the secret no longer exists. */
  secret: TokenSecret | null
}

/** Locks the row that serializes all decisions about who is an administrator. Lock it before any account. */
export async function lockAdmins(tx: Db): Promise<void> {
  await tx.instance.updateMany({ where: { id: 1 }, data: { revision: { increment: 1 } } })
}

/** Returns the identities of an account at these providers. */
export async function findIdentitiesAt(
  db: Db,
  userId: string,
  providerIds: readonly string[],
): Promise<StoredIdentity[]> {
  const where = { userId, provider: { in: [...providerIds] } }
  return db.identity.findMany({ where, select: { id: true, provider: true } })
}

/**
 * Locks the account and the token of a principal, in that order, and reads both. Returns null if one was deleted. A
 * transaction that revokes the token or changes its account either commits before this one or waits for it to end.
 */
export async function lockActingToken(
  tx: Db,
  { userId, tokenId, secretId }: { userId: string; tokenId: string; secretId: string | null },
): Promise<ActingToken | null> {
  const data = { revision: { increment: 1 } }
  const [user] = await tx.user.updateManyAndReturn({ where: { id: userId }, data })
  const [token] = await tx.token.updateManyAndReturn({ where: { id: tokenId, userId }, data })
  if (user === undefined || token === undefined) return null
  const secret = secretId === null ? null : await tx.tokenSecret.findUnique({ where: { id: secretId, tokenId } })
  return { user, token, secret }
}
