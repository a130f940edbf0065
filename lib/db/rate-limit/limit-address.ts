import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { addressKey } from '@/lib/db/rate-limit/address-key'
import { consume } from '@/lib/db/rate-limit/limiter'
import { requestContext } from '@/lib/base/request-context'

/**
 * Counts a request from the current client's address on the routes that check or set passwords. All these routes
 * share one count.
 * @throws AppError too_many_requests, store_unavailable
 */
export async function limitAddress(): Promise<void> {
  const limit = { name: 'address', points: settings().ADDRESS_LIMIT_PER_MINUTE, durationSeconds: 60 }
  const waitMs = await consume(limit, addressKey(requestContext().address))
  if (waitMs !== null) throw tooManyRequests(waitMs)
}

/** Returns the error for a used-up limit, which says how long to wait. */
export function tooManyRequests(waitMs: number): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(waitMs / 1000))
  const wait = `${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}`
  return new AppError('too_many_requests', { retryAfterSeconds, detail: `Too many requests. Try again in ${wait}.` })
}
