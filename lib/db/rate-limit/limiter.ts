import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterAbstract } from 'rate-limiter-flexible'
import { isConflict, isUnavailable } from '@/lib/db/database-error'
import { limitsPool } from '@/lib/db/limits-pool'
import { unavailable } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { count } from '@/lib/base/metrics/count'
import { hasStoreFailed } from '@/lib/base/request-context'
import { singleton } from '@/lib/base/singleton'

/** A rate limit: its name, and how many points it allows in how many seconds. */
export interface Limit {
  name: string
  points: number
  durationSeconds: number
}

/**
 * Counts one point for `key` under `limit`.
 * @returns the milliseconds until the next attempt is allowed, or null while it is within the limit
 * @throws AppError store_unavailable, because nothing is allowed without its counter
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

/** Takes back the point that `consume` counted for `key`. @throws AppError store_unavailable */
export async function refund(limit: Limit, key: string): Promise<void> {
  try {
    await limiterOf(limit).reward(key)
  } catch (error) {
    throw asAppError(error)
  }
}

/**
 * Counts one point for `key` without a limit.
 * @returns how many points the current window has, including this one
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
 * Checks, without counting, whether the limit is used up for `key`.
 * @returns the milliseconds until one more point is allowed, or null if it is allowed now
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
 * Returns how long to wait if the limit is used up, or null if something failed. The limiter belongs to the bundle
 * that created it first and rejects with that bundle's copy of RateLimiterRes, so `instanceof` would not work.
 */
function waitMsIn(rejection: unknown): number | null {
  const waitMs = (rejection as { msBeforeNext?: unknown } | null)?.msBeforeNext
  return typeof waitMs === 'number' ? waitMs : null
}

function asAppError(error: unknown): unknown {
  return isUnavailable(error) || isConflict(error) ? unavailable(error) : error
}

/**
 * Returns the limiter: in memory with SQLite, where there is one process; in PostgreSQL otherwise, shared by all
 * instances.
 */
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
