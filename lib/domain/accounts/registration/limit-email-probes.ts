import { AppError } from '@/lib/base/errors/app-error'
import { addressKey } from '@/lib/db/rate-limit/address-key'
import { consume } from '@/lib/db/rate-limit/limiter'
import { requestContext } from '@/lib/base/request-context'

/** How often an hour one client address may learn whose account an email address is. */
const LIMIT = { name: 'email-probe', points: 5, durationSeconds: 3600 }

/**
 * Counts an answer that tells that an email address has an account. Registrations with a free address are never
 * counted or rejected here: others behind the same client address must be able to sign up.
 * @throws AppError too_many_requests, in place of that answer; store_unavailable
 */
export async function countEmailProbe(): Promise<void> {
  const waitMs = await consume(LIMIT, addressKey(requestContext().address))
  if (waitMs !== null) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}
