import * as z from 'zod'
import { instant } from '@/lib/base/schema/text'

/** How many days the hourly use of a token is kept. */
export const USAGE_DAYS_MAX = 90

const USAGE_DAYS_DEFAULT = 30

export const tokenUsageQuery = z.strictObject({
  /** How many days back. */
  days: z
    .string()
    .regex(/^[0-9]{1,3}$/, 'Must be a whole number of days')
    .transform(Number)
    .pipe(z.int().min(1, 'Must be at least 1').max(USAGE_DAYS_MAX, `Must be at most ${USAGE_DAYS_MAX}`))
    .default(USAGE_DAYS_DEFAULT),
})

/** How a token was used: hours without a request are left out, oldest first. */
export const tokenUsage = z.object({
  items: z.array(
    z.object({
      /** The start of the hour. */
      hour: instant,
      /** Requests that the server accepted with this token. */
      count: z.int(),
      /** Requests with one of its keys while it was revoked, expired or superseded, or its owner inactive. */
      refused: z.int(),
    }),
  ),
  /** The last five addresses that used it, latest first. */
  addresses: z.array(z.object({ address: z.string(), last_used_at: instant })),
})

export type TokenUsageQuery = z.infer<typeof tokenUsageQuery>
export type TokenUsage = z.infer<typeof tokenUsage>

/** How many days of use a list of tokens shows. */
export const ACTIVITY_DAYS = 30

/** The recent use of a token: requests on each day, oldest first, and in total. */
export interface TokenActivity {
  days: number[]
  calls: number
  /** Requests that the server rejected because the key was dead. */
  refused: number
}
