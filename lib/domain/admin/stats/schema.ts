import * as z from 'zod'
import { instant } from '@/lib/base/schema/text'

/** The number of days in the sign-in statistics, ending today. */
export const SIGN_IN_DAYS = 30

/** The statistics of the deployment. */
export const statsView = z.object({
  /** When the tokens were counted. Where counting is slow, this may be a minute or more ago. */
  counted_at: instant,
  accounts: z.object({ total: z.int(), active: z.int(), admins: z.int(), created_last_30_days: z.int() }),
  live_tokens: z.object({ session: z.int(), device: z.int(), personal: z.int(), refresh: z.int() }),
  /** Live personal tokens that expire within 7 days, and those unused for 90 days. */
  personal_tokens: z.object({ ending_soon: z.int(), unused: z.int() }),
  /** Each of the last 30 days in UTC, oldest first. */
  sign_ins: z.array(z.object({ day: z.iso.date(), succeeded: z.int(), failed: z.int() })),
})

export type StatsView = z.infer<typeof statsView>
