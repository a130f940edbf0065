import { now } from '@/lib/clock'
import { keyedDigest } from '@/lib/crypto/keyed-digest'
import { reading, transaction } from '@/lib/db/transaction'
import { SettingsError } from '@/lib/env'
import { instanceSecret } from '@/lib/instance-secret'

/**
 * Ties the database to the instance secret at the first start, and checks at every later one
 * that it is still the same: instances with different secrets would not believe each other.
 * @throws SettingsError when the secret is another one
 */
export async function claimInstance(): Promise<void> {
  const secretFingerprint = new Uint8Array(keyedDigest(instanceSecret(), 'fingerprint'))
  // Only one of several first starts creates the row; the others read it.
  await transaction((tx) =>
    tx.instance.upsert({ where: { id: 1 }, update: {}, create: { id: 1, secretFingerprint, createdAt: now() } }),
  )
  const instance = await reading((db) => db.instance.findUniqueOrThrow({ where: { id: 1 } }))
  if (!Buffer.from(instance.secretFingerprint).equals(secretFingerprint)) {
    throw new SettingsError('LATCHKEY_SECRET is not the one that this database was set up with')
  }
}
