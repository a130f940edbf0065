import * as z from 'zod'
import { instant } from '@/lib/base/schema/text'
import { EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'
import { liveTokenCounts } from '@/lib/domain/tokens/schema'

/** The number of days in the sign-in statistics, ending today. */
export const SIGN_IN_DAYS = 30

/** The statistics of the deployment. */
export const statsView = z.object({
  counted_at: instant.describe('When the tokens were counted (RFC 3339, UTC). Can be a minute or more ago.'),
  accounts: z
    .object({
      total: z.int().describe('All accounts.'),
      active: z.int().describe('Accounts that are not deactivated.'),
      admins: z.int().describe('Active administrators.'),
      created_last_30_days: z.int().describe('Accounts created in the last 30 days.'),
    })
    .describe('How many accounts there are.'),
  live_tokens: liveTokenCounts.describe('How many active credentials there are, by type.'),
  personal_tokens: z
    .object({
      ending_soon: z.int().describe(`Active personal tokens that expire within ${EXPIRING_SOON_DAYS} days.`),
      unused: z.int().describe(`Active personal tokens unused for ${UNUSED_DAYS} days.`),
    })
    .describe('Personal tokens that need attention.'),
  sign_ins: z
    .array(
      z.object({
        day: z.iso.date().describe('The day in UTC, such as 2027-02-19.'),
        succeeded: z.int().describe('Successful sign-ins.'),
        failed: z.int().describe('Failed sign-ins.'),
      }),
    )
    .describe(`Sign-ins on each of the last ${SIGN_IN_DAYS} days, oldest first.`),
})

export type StatsView = z.infer<typeof statsView>
