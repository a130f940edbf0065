import bcrypt from 'bcrypt'
import { availableParallelism } from 'node:os'
import { BoundedQueue } from '@/lib/base/passwords/bounded-queue'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { threadPoolSize } from '@/lib/base/env'
import { count } from '@/lib/base/metrics/count'
import { singleton } from '@/lib/base/singleton'

declare const brand: unique symbol
/** A password as a person typed it: never stored, never logged. */
export type PasswordPlaintext = string & { readonly [brand]: 'PasswordPlaintext' }
/** A bcrypt hash in the `$2b$` form. */
export type PasswordHash = string & { readonly [brand]: 'PasswordHash' }

// bcrypt reads no further.
const PASSWORD_BYTES_MAX = 72

const WAITING_MAX = 32

// bcrypt runs on libuv's threads. One of those stays free, or every file and DNS operation of
// the process would wait behind the hashes; and one processor, or every verification would.
const queue = () =>
  singleton('password-queue', () => {
    const slots = Math.max(1, Math.min(availableParallelism(), threadPoolSize()) - 1)
    return new BoundedQueue(slots, WAITING_MAX)
  })

// Made anew by whoever is refused: the pages' code knows errors of its own bundle only.
function refusal(): AppError {
  count('password_hash_refusals')
  return new AppError('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS })
}

/** How many passwords are hashed at the moment, and how many wait for it. */
export function hashingLoad(): { running: number; waiting: number } {
  return queue().load
}

/** For a caller who would otherwise work in vain, to be asked first: busy, when a password that came now would be refused. */
export function hashingRefusal(): AppError | null {
  return queue().isFull ? refusal() : null
}

/**
 * Hashes a password at `cost` (bcrypt's log2 of rounds), in the form NFC. `inspect` runs before, in the same place
 * of the queue; what it throws is thrown.
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
 * How a password compares with a hash: `outdated` when it is right and the hash should be made
 * again, at the current cost or in the form NFC.
 */
export type PasswordVerdict = 'right' | 'outdated' | 'wrong'

/**
 * Compares `password` with `hash`. Null stands for “no such account” or “no password”: the answer
 * is then `wrong` and takes just as long, and so does a hash of a lower cost, so that the time
 * tells nothing about the account. Text that is not in the form NFC is compared twice, also
 * as it was typed: hashes were once made of that. It is compared twice whatever comes out.
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
    // Nothing beyond 72 bytes may be hashed, and NFC makes a few texts longer.
    const canBeHashed = Buffer.byteLength(normal) <= PASSWORD_BYTES_MAX
    return canBeHashed && (!isRight || bcrypt.getRounds(hash ?? '') < cost) ? 'outdated' : 'right'
  }, refusal)
}

async function isHashOf(text: string, hash: PasswordHash | null, cost: number): Promise<boolean> {
  // bcrypt would compare the first 72 bytes and let the longer one in.
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

/** A well-formed hash with a digest that no search is known to reach. */
function unmatchableHash(cost: number): string {
  return `$2b$${String(cost).padStart(2, '0')}$${'.'.repeat(53)}`
}
