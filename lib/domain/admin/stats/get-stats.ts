import { listSignInDays } from '@/lib/domain/accounts/sign-in/list-sign-in-days'
import { countManagedTokens } from '@/lib/domain/admin/stats/count-managed-tokens'
import { SIGN_IN_DAYS, type StatsView } from '@/lib/domain/admin/stats/schema'
import { countAccountsForAdmin } from '@/lib/domain/admin/stats/stats-store'
import type { Principal } from '@/lib/keys/principal'
import { now, secondsAfter } from '@/lib/base/clock'
import { DAY_SECONDS } from '@/lib/base/durations'

const MONTH_SECONDS = 30 * DAY_SECONDS

/** Returns the statistics of the deployment. */
export async function getStats(_admin: Principal): Promise<StatsView> {
  const tokens = await countManagedTokens()
  return {
    ...tokens,
    accounts: await countAccountsForAdmin(firstIdAt(secondsAfter(now(), -MONTH_SECONDS))),
    sign_ins: await listSignInDays(SIGN_IN_DAYS),
  }
}

/** Returns the lowest id that can be created at an instant: ids begin with their time (RFC 9562 section 5.7). */
function firstIdAt(at: Date): string {
  const time = at.getTime().toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`
}
