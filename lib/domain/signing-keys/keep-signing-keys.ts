import { recordAudit } from '@/lib/domain/audit/record-audit'
import { now, secondsAfter } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { JWKS_MAX_AGE_SECONDS } from '@/lib/domain/signing-keys/schema'
import { forgetKeyRing, neededUntil, RING_SECONDS } from '@/lib/domain/signing-keys/key-ring'
import { newSigningKey } from '@/lib/domain/signing-keys/new-signing-key'
import {
  deleteSigningKeys,
  findSigningKeys,
  insertSigningKey,
  lockSigningKeys,
  type SigningKeyRow,
} from '@/lib/domain/signing-keys/signing-key-store'

// A new key is published this long before it signs: by then every cache that honours max-age has it.
const ANNOUNCE_SECONDS = 2 * JWKS_MAX_AGE_SECONDS + RING_SECONDS

/**
 * Ensures that there is a key for JWT_ALGORITHM, and creates its successor before the newest is too old. Deletes keys
 * that nothing needs any more. Several instances may run this at once.
 */
export async function keepSigningKeys(): Promise<void> {
  const keys = await findSigningKeys()
  if (isOneNeeded(keys)) await addKey(isOneNeeded, null)
  const dropped = keys.filter((_, index) => {
    const successor = keys[index - 1]
    return successor !== undefined && neededUntil(successor) < now()
  })
  if (dropped.length > 0) await deleteSigningKeys(dropped.map(({ id }) => id))
}

/**
 * Creates a signing key, whatever the age of the current one. It signs once every cache of the key set has had time to
 * fetch it. The previous key stays published until everything that it signed has expired.
 * @returns the id of the new key, and when it starts to sign
 */
export async function rotateSigningKey(actor: { userId: string } | null): Promise<{ id: string; signsFrom: Date }> {
  const added = await addKey(() => true, actor)
  if (added === null) throw new Error('The new signing key was not stored')
  return added
}

/** Creates a signing key if the newest one was created before an instant. Returns whether it did. */
export async function replaceOlderSigningKey(before: Date): Promise<boolean> {
  return (await addKey((keys) => keys[0] !== undefined && keys[0].createdAt < before, null)) !== null
}

type Judge = (keys: readonly SigningKeyRow[]) => boolean

function isOneNeeded(keys: readonly SigningKeyRow[]): boolean {
  const { JWT_ALGORITHM, JWT_KEY_TTL_SECONDS } = settings()
  const newest = keys[0]
  return (
    newest === undefined ||
    newest.algorithm !== JWT_ALGORITHM ||
    secondsAfter(newest.signsFrom, JWT_KEY_TTL_SECONDS - ANNOUNCE_SECONDS) < now()
  )
}

/** The first key signs immediately; every other once caches know it, and after the key that was announced before it. */
function takeoverAfter(newest: SigningKeyRow | undefined, at: Date): Date {
  if (newest === undefined) return at
  const announced = secondsAfter(at, ANNOUNCE_SECONDS)
  return announced > newest.signsFrom ? announced : secondsAfter(newest.signsFrom, 1)
}

async function addKey(isNeeded: Judge, actor: { userId: string } | null) {
  const key = await newSigningKey(settings().JWT_ALGORITHM)
  const added = await transaction(async (tx: Db) => {
    const keys = await lockSigningKeys(tx)
    if (!isNeeded(keys)) return null
    const createdAt = now()
    const signsFrom = takeoverAfter(keys[0], createdAt)
    await insertSigningKey(tx, { ...key, createdAt, signsFrom })
    await recordAudit(tx, {
      action: 'signing_key.created',
      actor,
      userId: actor?.userId ?? null,
      target: { type: 'signing_key', id: key.id },
      details: { algorithm: key.algorithm, signs_from: signsFrom.toISOString() },
    })
    return { id: key.id, signsFrom }
  })
  forgetKeyRing()
  return added
}
