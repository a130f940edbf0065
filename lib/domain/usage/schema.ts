import * as z from 'zod'
import { instant } from '@/lib/base/schema/text'

/** How many days the hourly use of a token is kept. */
export const USAGE_DAYS_MAX = 90

const USAGE_DAYS_DEFAULT = 30

export const tokenUsageQuery = z.strictObject({
  days: z
    .string()
    .regex(/^[0-9]{1,3}$/, 'Must be a whole number of days')
    .transform(Number)
    .pipe(z.int().min(1, 'Must be at least 1').max(USAGE_DAYS_MAX, `Must be at most ${USAGE_DAYS_MAX}`))
    .default(USAGE_DAYS_DEFAULT)
    .describe(`How many days back: a whole number from 1 to ${USAGE_DAYS_MAX}. Default: ${USAGE_DAYS_DEFAULT}.`),
})

/** How a token was used: hours without a request are left out, oldest first. */
export const tokenUsage = z.object({
  items: z
    .array(
      z.object({
        hour: instant.describe('The start of the hour (RFC 3339, UTC).'),
        count: z.int().describe('Requests with this token that were accepted.'),
        refused: z
          .int()
          .describe('Requests rejected because the token was revoked, expired or replaced, or its owner inactive.'),
      }),
    )
    .describe('The hours with requests, oldest first.'),
  addresses: z
    .array(
      z.object({
        address: z.string().describe('The IP address.'),
        first_used_at: instant
          .nullable()
          .describe(
            'When the address first used the token (RFC 3339, UTC); null if that was not recorded. An address that leaves this list and returns counts as new.',
          ),
        last_used_at: instant.describe('When the address last used the token (RFC 3339, UTC).'),
      }),
    )
    .describe('The last 5 IP addresses that used the token, most recent first.'),
})

/** Whether a new secret works where it was put. */
export const firstUse = z.object({
  used: z.boolean().describe('Whether a request with the current secret is recorded.'),
  last_used_ip: z
    .string()
    .nullable()
    .describe('The IP address that last used it; null if none, or if a replaced secret was used later.'),
})

export type TokenUsageQuery = z.infer<typeof tokenUsageQuery>
export type TokenUsage = z.infer<typeof tokenUsage>
export type FirstUse = z.infer<typeof firstUse>

/** How many days of use a list of tokens shows. */
export const ACTIVITY_DAYS = 30

/** The recent use of a token: requests on each day, oldest first, and in total. */
export interface TokenActivity {
  days: number[]
  calls: number
  /** Requests that the server rejected because the key was dead. */
  refused: number
}
