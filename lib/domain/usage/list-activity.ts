import type { Principal } from '@/lib/keys/principal'
import { now, secondsAfter } from '@/lib/base/clock'
import { ACTIVITY_DAYS, type TokenActivity } from '@/lib/domain/usage/schema'
import { sumOwnDays } from '@/lib/domain/usage/usage-store'
import { DAY_SECONDS } from '@/lib/base/durations'

/**
 * Returns how some of the principal's tokens were used in the last 30 days, by token id and by day in UTC. Uses of the
 * last minute may be missing.
 */
export async function listActivity(
  principal: Principal,
  tokenIds: readonly string[],
): Promise<ReadonlyMap<string, TokenActivity>> {
  const days = lastDays()
  const activities = new Map<string, TokenActivity>()
  for (const { id, day, count, refused } of await sumOwnDays(principal.userId, tokenIds, days[0] ?? '')) {
    const activity = activities.get(id) ?? { days: days.map(() => 0), calls: 0, refused: 0 }
    const place = days.indexOf(day)
    if (place >= 0) activity.days[place] = count
    activity.calls += count
    activity.refused += refused
    activities.set(id, activity)
  }
  return activities
}

/** Returns the last days up to today, oldest first, such as `2026-11-22`. */
function lastDays(): string[] {
  return Array.from({ length: ACTIVITY_DAYS }, (_, index) =>
    secondsAfter(now(), (index + 1 - ACTIVITY_DAYS) * DAY_SECONDS)
      .toISOString()
      .slice(0, 10),
  )
}
