import * as z from 'zod'
import { instant } from '@/lib/base/schema/text'

/** For so many days hours of use are kept. */
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

/** How a token was used: hours without a call are left out, the oldest comes first. */
export const tokenUsage = z.object({
  items: z.array(
    z.object({
      /** The beginning of the hour. */
      hour: instant,
      /** Calls that the token was good for. */
      count: z.int(),
      /** Calls with one of its keys when it was revoked, expired or superseded, or its owner not active. */
      refused: z.int(),
    }),
  ),
  /** The last five addresses that used it, the latest first. */
  addresses: z.array(z.object({ address: z.string(), last_used_at: instant })),
})

export type TokenUsageQuery = z.infer<typeof tokenUsageQuery>
export type TokenUsage = z.infer<typeof tokenUsage>

/** Of so many days a list of tokens shows the use. */
export const ACTIVITY_DAYS = 30

/** How a token was used lately: calls on each day, the oldest first, and in all. */
export interface TokenActivity {
  days: number[]
  calls: number
  /** Calls that were refused because the key was dead. */
  refused: number
}
