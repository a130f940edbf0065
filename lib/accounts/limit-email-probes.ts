import { AppError } from '@/lib/errors/app-error'
import { addressKey } from '@/lib/rate-limit/address-key'
import { consume, waitMsOf } from '@/lib/rate-limit/limiter'
import { requestContext } from '@/lib/request-context'

/** How often an hour one address may learn that an e-mail address has an account. */
const LIMIT = { name: 'email-probe', points: 5, durationSeconds: 3600 }

/**
 * Refuses an address that has learned too often whose e-mail address has an account; whatever it
 * asks then, so that the refusal tells nothing.
 * @throws AppError too_many_requests, store_unavailable
 */
export async function refuseEmailProbes(): Promise<void> {
  const waitMs = await waitMsOf(LIMIT, ownKey())
  if (waitMs !== null) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}

/** Counts that the current address learned of one. */
export async function countEmailProbe(): Promise<void> {
  await consume(LIMIT, ownKey())
}

const ownKey = () => addressKey(requestContext().address)
