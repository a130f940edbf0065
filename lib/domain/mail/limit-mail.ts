import { AppError } from '@/lib/base/errors/app-error'
import { consume } from '@/lib/db/rate-limit/limiter'
import { foldEmail } from '@/lib/base/schema/email-address'

const PER_ADDRESS = { name: 'mail-to', points: 3, durationSeconds: 3600 }
const PER_ACCOUNT = { name: 'account-mail', points: 3, durationSeconds: 3600 }

/**
 * Counts a mail that strangers can cause to `address`, whoever asks for it and in whatever way: three an hour.
 * @returns whether it may be sent
 * @throws AppError store_unavailable
 */
export async function mayMailTo(address: string): Promise<boolean> {
  return (await consume(PER_ADDRESS, foldEmail(address))) === null
}

/** The error for a person who may know that an address got its three mails. */
export function mailedTooOften(): AppError {
  const detail = 'This address got three emails within the last hour. Try again later.'
  return new AppError('too_many_requests', { detail, retryAfterSeconds: PER_ADDRESS.durationSeconds })
}

/**
 * Counts a mail that an account has sent to an address of its choice, three an hour.
 * @throws AppError too_many_requests, store_unavailable
 */
export async function limitMailsOf(userId: string): Promise<void> {
  const waitMs = await consume(PER_ACCOUNT, userId)
  if (waitMs !== null) throw new AppError('too_many_requests', { retryAfterSeconds: Math.ceil(waitMs / 1000) })
}
