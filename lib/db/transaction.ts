import { setTimeout as sleep } from 'node:timers/promises'
import { database, type Db } from '@/lib/db/client'
import { isConflict, isDiskFull, isUnavailable, isUnwritable } from '@/lib/db/database-error'
import { giveUpReserve, isDiskFullFor, noteUnwritable } from '@/lib/db/disk-reserve'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { count } from '@/lib/base/metrics/count'
import { hasStoreFailed, requestContext } from '@/lib/base/request-context'

const ATTEMPTS_MAX = 8
const FIRST_DELAY_MS = 10

/**
 * Runs `work` in one transaction and returns its result. Inside, use only `tx` and await nothing but the database.
 * Retries after a conflict with another process or transaction, with growing pauses, so `work` may run more than
 * once. On a full disk, only requests that revoke credentials can write.
 * @throws AppError store_unavailable if the database is unreachable, stays locked, or has already failed the
 * current request
 */
export async function transaction<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  if (hasStoreFailed()) throw unavailable(undefined)
  let hasUsedReserve = false
  for (let attempt = 1; ; attempt += 1) {
    if (isDiskFullFor(requestContext())) throw unavailable(new Error('The disk is full'))
    try {
      return await committing(work)
    } catch (error) {
      if (isUnwritable(error)) noteUnwritable()
      if (isDiskFull(error)) {
        giveUpReserve()
        if (requestContext().mayUseReserve === true && !hasUsedReserve) {
          hasUsedReserve = true
          continue
        }
      }
      if (!isConflict(error)) throw asAppError(error)
      count('database_failures', 'conflict')
      if (attempt === ATTEMPTS_MAX) throw unavailable(error)
    }
    await sleep(FIRST_DELAY_MS * 2 ** attempt * (0.5 + Math.random() / 2))
  }
}

const following = new WeakMap<Db, (() => void)[]>()

/** Calls `work` after the transaction of `tx` is committed, and never if it is not. `work` must not throw. */
export function afterCommit(tx: Db, work: () => void): void {
  following.get(tx)?.push(work)
}

async function committing<T>(work: (tx: Db) => Promise<T>): Promise<T> {
  const followers: (() => void)[] = []
  const result = await database().$transaction((tx) => {
    following.set(tx, followers)
    return work(tx)
  })
  for (const follow of followers) follow()
  return result
}

/**
 * Runs reads outside a transaction.
 * @throws AppError store_unavailable if the database is unreachable or has already failed the current request
 */
export async function reading<T>(work: (db: Db) => Promise<T>): Promise<T> {
  if (hasStoreFailed()) throw unavailable(undefined)
  try {
    return await work(database())
  } catch (error) {
    throw isConflict(error) ? unavailable(error) : asAppError(error)
  }
}

function asAppError(error: unknown): unknown {
  return isUnavailable(error) ? unavailable(error) : error
}

/** Returns the error for an unavailable database. The current request then stops querying it. */
export function unavailable(cause: unknown): AppError {
  count('database_failures', 'unavailable')
  requestContext().isStoreUnavailable = true
  return new AppError('store_unavailable', { cause, retryAfterSeconds: RETRY_AFTER_SECONDS })
}
