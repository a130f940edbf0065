import type { Db } from '@/lib/db/client'
import type { SigningKey } from '@/lib/db/generated/sqlite/client'
import { reading, transaction } from '@/lib/db/transaction'

/** A stored signing key; its private part is sealed. */
export type SigningKeyRow = SigningKey

/** Returns every stored signing key, latest `signsFrom` first. */
export async function findSigningKeys(): Promise<SigningKeyRow[]> {
  return reading((db) => db.signingKey.findMany({ orderBy: NEWEST_FIRST }))
}

/**
 * Returns every stored signing key and locks them until `tx` ends, so that of several instances that add a key at once,
 * each sees the key of the one before.
 */
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
