import { uiTexts } from '@/components/ui/texts'
import { formatDay } from '@/components/ui/time/format-day'
import { DAY_MS, HOUR_MS } from '@/lib/base/durations'

const MINUTE_MS = 60_000
const WEEK_MS = 7 * DAY_MS

/**
 * The current time of a page is up to 20 seconds old, and its clock is not the server's: what just happened may seem to
 * lie in the future.
 */
const AHEAD_MS = 30_000

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })

/** Formats an instant relative to now: “12 minutes ago”, “in 5 days”; the date from a week on. */
export function formatRelative(instant: string, nowMs: number, timeZone: string): string {
  const distanceMs = Date.parse(instant) - nowMs
  const sizeMs = Math.abs(distanceMs)
  if (sizeMs < MINUTE_MS) return distanceMs > AHEAD_MS ? uiTexts.time.soon : uiTexts.time.now
  // A token that expires in 5 days still says so a minute later. Past times are never rounded up.
  const whole = distanceMs > 0 ? Math.round : Math.trunc
  if (sizeMs < HOUR_MS) return relative.format(whole(distanceMs / MINUTE_MS), 'minute')
  if (sizeMs < DAY_MS) return relative.format(whole(distanceMs / HOUR_MS), 'hour')
  if (sizeMs < WEEK_MS) return relative.format(whole(distanceMs / DAY_MS), 'day')
  return formatDay(instant, timeZone)
}
