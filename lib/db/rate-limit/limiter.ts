import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { isConflict, isUnavailable } from '@/lib/db/database-error'
import { limitsPool } from '@/lib/db/limits-pool'
import { unavailable } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { count } from '@/lib/base/metrics/count'
import { hasStoreFailed } from '@/lib/base/request-context'
import { singleton } from '@/lib/base/singleton'

/** What is counted: a name, how many in how long. */
export interface Limit {
  name: string
  points: number
  durationSeconds: number
}

/**
 * Counts one for `key` under `limit`.
 * @returns how many milliseconds until it may be tried again, or null while it is within the limit
 * @throws AppError store_unavailable: without its counter nothing is let through
 */
export async function consume(limit: Limit, key: string): Promise<number | null> {
  if (hasStoreFailed()) throw unavailable(undefined)
  try {
    await limiterOf(limit).consume(key)
    return null
  } catch (error) {
    const waitMs = waitMsIn(error)
    if (waitMs === null) throw asAppError(error)
    count('rate_limit_refusals', limit.name)
    return waitMs
  }
}

/**
 * Counts one for `key` and limits nothing.
 * @returns how many there were in this window of time, with this one
 * @throws AppError store_unavailable
 */
export async function tally(window: Omit<Limit, 'points'>, key: string): Promise<number> {
  try {
    const { consumedPoints } = await limiterOf({ ...window, points: Number.MAX_SAFE_INTEGER }).consume(key)
    return consumedPoints
  } catch (error) {
    throw asAppError(error)
  }
}

/**
 * Looks, without counting, whether the limit is used up for `key`.
 * @returns how many milliseconds until one more may be counted, or null while that is so now
 * @throws AppError store_unavailable
 */
export async function waitMsOf(limit: Limit, key: string): Promise<number | null> {
  if (hasStoreFailed()) throw unavailable(undefined)
  try {
    const state = await limiterOf(limit).get(key)
    return state !== null && state.consumedPoints >= limit.points ? state.msBeforeNext : null
  } catch (error) {
    throw asAppError(error)
  }
}

/**
 * How long to wait, where the limit is used up; null where something failed. Whichever bundle
 * came first has made the limiter, and rejects with its own copy of RateLimiterRes.
 */
function waitMsIn(rejection: unknown): number | null {
  const waitMs = (rejection as { msBeforeNext?: unknown } | null)?.msBeforeNext
  return typeof waitMs === 'number' ? waitMs : null
}

function asAppError(error: unknown): unknown {
  return isUnavailable(error) || isConflict(error) ? unavailable(error) : error
}

/** In memory beside SQLite, where there is one process; in PostgreSQL otherwise, shared by all instances. */
function limiterOf({ name, points, durationSeconds }: Limit): RateLimiterAbstract {
  const options = { keyPrefix: name, points, duration: durationSeconds }
  return singleton(`limiter.${name}.${points}`, () =>
    settings().databaseKind === 'sqlite'
      ? new RateLimiterMemory(options)
      : new RateLimiterPostgres({
          ...options,
          storeClient: limitsPool(),
          storeType: 'pool',
          tableName: 'rate_limit',
          tableCreated: true,
          clearExpiredByTimeout: false,
        }),
  )
}
