import type { Db } from '@/lib/db/client'
import type { SigningKey } from '@/lib/db/generated/sqlite/client'
import { reading, transaction } from '@/lib/db/transaction'

/** A stored signing key; its private part is sealed. */
export type SigningKeyRow = SigningKey

/** Every signing key that is kept, the one that signs latest first. */
export async function findSigningKeys(): Promise<SigningKeyRow[]> {
  return reading((db) => db.signingKey.findMany({ orderBy: NEWEST_FIRST }))
}

/** The same, for one who will add a key: of several that do so at once, each sees what the one before made. */
export async function lockSigningKeys(tx: Db): Promise<SigningKeyRow[]> {
  await tx.instance.updateMany({ where: { id: 1 }, data: { revision: { increment: 1 } } })
  return tx.signingKey.findMany({ orderBy: NEWEST_FIRST })
}

const NEWEST_FIRST = [{ signsFrom: 'desc' as const }, { createdAt: 'desc' as const }]

/** Stores a signing key. */
export async function insertSigningKey(
  tx: Db,
  { publicJwk, ...key }: Omit<SigningKeyRow, 'publicJwk'> & { publicJwk: object },
): Promise<void> {
  await tx.signingKey.create({
    data: { ...key, sealedPrivate: new Uint8Array(key.sealedPrivate), publicJwk: { ...publicJwk } },
  })
}

/** Deletes signing keys. */
export async function deleteSigningKeys(ids: readonly string[]): Promise<void> {
  await transaction((tx) => tx.signingKey.deleteMany({ where: { id: { in: [...ids] } } }))
}
