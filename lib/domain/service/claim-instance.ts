import { now } from '@/lib/base/clock'
import { reading, transaction } from '@/lib/db/transaction'
import { SettingsError } from '@/lib/base/env'
import { hasInstanceSecret, instanceSecret } from '@/lib/base/instance-secret'
import { secretFingerprint as fingerprintOf } from '@/lib/domain/service/secret-fingerprint'

/**
 * Ties the database to the instance secret at the first start. Every later start checks that the secret is the same:
 * instances with different secrets would reject what the other signed or sealed.
 * @throws SettingsError when the secret differs or is missing
 */
export async function claimInstance(): Promise<void> {
  if (await isClaimed()) return
  const secretFingerprint = new Uint8Array(fingerprintOf(instanceSecret()))
  const create = () => transaction((tx) => tx.instance.create({ data: { id: 1, secretFingerprint, createdAt: now() } }))
  // When several instances start for the first time, one creates the row; the others fail and read it. (`upsert` fails
  // there too.)
  await create().catch(async (error: unknown) => {
    if (!(await isClaimed())) throw error
  })
}

/**
 * Whether a first start has tied the database to its instance secret. Changes nothing and creates no secret.
 * @throws SettingsError when the secret differs or is missing
 */
export async function isClaimed(): Promise<boolean> {
  const instance = await find()
  if (instance === null) return false
  if (!hasInstanceSecret()) {
    throw new SettingsError(
      'the secret of this database is missing: set LATCHKEY_SECRET, or restore the file secret in DATA_DIR',
    )
  }
  requireOwn(instance)
  return true
}

const find = () => reading((db) => db.instance.findUnique({ where: { id: 1 } }))

function requireOwn({ secretFingerprint }: { secretFingerprint: Uint8Array }): void {
  if (!fingerprintOf(instanceSecret()).equals(secretFingerprint)) {
    throw new SettingsError('LATCHKEY_SECRET does not match this database, which was set up with another secret')
  }
}
