import * as z from 'zod'
import { instant } from '@/lib/base/schema/text'

/** For so many days sign-ins are told, today last. */
export const SIGN_IN_DAYS = 30

/** The deployment in numbers. */
export const statsView = z.object({
  /** When the tokens were counted, which happens once a minute at most. */
  counted_at: instant,
  accounts: z.object({ total: z.int(), active: z.int(), admins: z.int(), created_last_30_days: z.int() }),
  live_tokens: z.object({ session: z.int(), device: z.int(), personal: z.int(), refresh: z.int() }),
  /** Of the live personal tokens: those that expire within 7 days, and those unused for 90 days. */
  personal_tokens: z.object({ ending_soon: z.int(), unused: z.int() }),
  /** Every day of the last 30, in UTC, the oldest first. */
  sign_ins: z.array(z.object({ day: z.iso.date(), succeeded: z.int(), failed: z.int() })),
})

export type StatsView = z.infer<typeof statsView>
