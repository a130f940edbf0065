import { consume } from '@/lib/rate-limit/limiter'

const LIMIT = { name: 'account-mail', points: 3, durationSeconds: 3600 }

/**
 * Counts a mail that anybody can have sent to an account, three an hour.
 * @returns how many milliseconds until one may go again, or null while it is within the limit
 * @throws AppError store_unavailable
 */
export async function limitAccountMail(userId: string): Promise<number | null> {
  return consume(LIMIT, userId)
}
