import { findDays, type DayCounts } from '@/lib/domain/accounts/sign-in/sign-in-day-store'
import { now, secondsAfter } from '@/lib/base/clock'
import { DAY_SECONDS } from '@/lib/base/durations'

/** Returns the sign-in counts of each of the last `count` days in UTC, oldest first and ending today. */
export async function listSignInDays(count: number): Promise<(DayCounts & { day: string })[]> {
  const days = Array.from({ length: count }, (_, index) =>
    secondsAfter(now(), (index + 1 - count) * DAY_SECONDS)
      .toISOString()
      .slice(0, 10),
  )
  const known = new Map((await findDays(days[0] ?? '')).map((row) => [row.day, row]))
  return days.map((day) => known.get(day) ?? { day, succeeded: 0, failed: 0 })
}
