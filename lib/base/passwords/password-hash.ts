import bcrypt from 'bcrypt'
import { availableParallelism } from 'node:os'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { threadPoolSize } from '@/lib/base/env'
import { count } from '@/lib/base/metrics/count'
import { singleton } from '@/lib/base/singleton'

declare const brand: unique symbol
/** A password as a person typed it. It is never stored and never logged. */
export type PasswordPlaintext = string & { readonly [brand]: 'PasswordPlaintext' }
/** A bcrypt hash in the `$2b$` form. */
export type PasswordHash = string & { readonly [brand]: 'PasswordHash' }

// bcrypt ignores any further bytes.
const PASSWORD_BYTES_MAX = 72

const WAITING_MAX = 32

// bcrypt runs on libuv's threads. One thread stays free, or every file and DNS operation of the process would wait
// behind the hashes. One processor stays free too, or every verification would wait.
const queue = () =>
  singleton('password-queue', () => {
    const slots = Math.max(1, Math.min(availableParallelism(), threadPoolSize()) - 1)
    return new BoundedQueue(slots, WAITING_MAX)
  })

// Creates a new error for each rejection, because page code recognises only errors of its own bundle.
function refusal(): AppError {
  count('password_hash_refusals')
  return new AppError('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS })
}

/** Returns how many passwords are being hashed, and how many are waiting. */
export function hashingLoad(): { running: number; waiting: number } {
  return queue().load
}

/**
 * Returns the busy error if a password would be rejected now, otherwise null. Lets a caller fail before it works in
 * vain.
 */
export function hashingRefusal(): AppError | null {
  return queue().isFull ? refusal() : null
}

/**
 * Hashes a password, normalized to NFC, at `cost` (log2 of bcrypt's rounds). `inspect` runs first in the same queue
 * slot, and its error is passed on.
 * @throws AppError busy
 */
export async function hashPassword(
  password: PasswordPlaintext,
  cost: number,
  inspect?: () => Promise<void>,
): Promise<PasswordHash> {
  const job = async () => {
    await inspect?.()
    return bcrypt.hash(password.normalize('NFC'), cost)
  }
  return queue().run(job, refusal) as Promise<PasswordHash>
}

/**
 * How a password compares with a hash. `outdated` means that it is right, but should be hashed again at the current
 * cost or in NFC.
 */
export type PasswordVerdict = 'right' | 'outdated' | 'wrong'

/**
 * Compares `password` with `hash`. Null means “no such account” or “no password”: the result is `wrong` and takes
 * just as long. A hash of a lower cost takes just as long too, so timing reveals nothing about the account. A
 * password that is not in NFC is also compared as it was typed, because old hashes were made of that text. Both
 * comparisons always run.
 * @throws AppError busy
 */
export async function checkPassword(
  password: PasswordPlaintext,
  hash: PasswordHash | null,
  cost: number,
): Promise<PasswordVerdict> {
  const normal = password.normalize('NFC')
  return queue().run(async () => {
    const isRight = await isHashOf(normal, hash, cost)
    const wasTyped = normal !== password && (await isHashOf(password, hash, cost))
    if (!isRight && !wasTyped) return 'wrong'
    // No text above 72 bytes may be hashed, and NFC makes a few texts longer.
    const canBeHashed = Buffer.byteLength(normal) <= PASSWORD_BYTES_MAX
    return canBeHashed && (!isRight || bcrypt.getRounds(hash ?? '') < cost) ? 'outdated' : 'right'
  }, refusal)
}

async function isHashOf(text: string, hash: PasswordHash | null, cost: number): Promise<boolean> {
  // bcrypt would compare only the first 72 bytes and accept a longer password.
  if (hash === null || Buffer.byteLength(text) > PASSWORD_BYTES_MAX) {
    await bcrypt.compare(text, unmatchableHash(cost))
    return false
  }
  const isRight = await bcrypt.compare(text, hash)
  // 2^c + (2^c + 2^(c+1) + … + 2^(cost-1)) = 2^cost
  for (let step = bcrypt.getRounds(hash); step < cost; step += 1) {
    await bcrypt.compare(text, unmatchableHash(step))
  }
  return isRight
}

/** Returns a well-formed hash whose digest no password is known to produce. */
function unmatchableHash(cost: number): string {
  return `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`
}
