import { AppError } from '@/lib/base/errors/app-error'
import { consume } from '@/lib/db/rate-limit/limiter'
import { foldEmail } from '@/lib/base/schema/email-address'

const PER_ADDRESS = { name: 'mail-to', points: 3, durationSeconds: 3600 }
const TEST_EMAILS = { name: 'test-email', points: 5, durationSeconds: 600 }
const PER_ACCOUNT = { name: 'account-mail', points: 3, durationSeconds: 3600 }

/**
 * Counts an email to `address` that strangers can trigger: at most three an hour, no matter who asks or how.
 * @returns whether it may be sent
 * @throws AppError store_unavailable
 */
export async function mayMailTo(address: string): Promise<boolean> {
  return (await consume(PER_ADDRESS, foldEmail(address))) === null
}

/** Returns the error for a caller who may know that an address received its three emails. */
export function mailedTooOften(): AppError {
  const detail = 'We already sent three emails to this address in the last hour. Try again later.'
  return new AppError('too_many_requests', { detail, retryAfterSeconds: PER_ADDRESS.durationSeconds })
}

/**
 * Counts an email that an account sends to an address of its choice: at most three an hour.
 * @throws AppError too_many_requests, store_unavailable
 */
export async function limitMailsOf(userId: string): Promise<void> {
  const waitMs = await consume(PER_ACCOUNT, userId)
  if (waitMs !== null) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}

/**
 * Counts a test email that an administrator asks for: at most five in ten minutes.
 * @throws AppError too_many_requests, store_unavailable
 */
export async function limitTestEmails(userId: string): Promise<void> {
  const waitMs = await consume(TEST_EMAILS, userId)
  if (waitMs === null) return
  const detail = 'You can send five test emails in ten minutes. Try again later.'
  throw new AppError('too_many_requests', { detail, retryAfterSeconds: Math.ceil(waitMs / 1000) })
}
