import { uiTexts } from '@/components/ui/texts'
import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'

const MINUTE_SECONDS = 60

/** Formats a duration in the largest unit that divides it evenly: “90 days”, “1 hour”. */
export function formatDuration(seconds: number): string {
  if (seconds % DAY_SECONDS === 0) return uiTexts.time.days(seconds / DAY_SECONDS)
  if (seconds % HOUR_SECONDS === 0) return uiTexts.time.hours(seconds / HOUR_SECONDS)
  if (seconds % MINUTE_SECONDS === 0) return uiTexts.time.minutes(seconds / MINUTE_SECONDS)
  return uiTexts.time.seconds(seconds)
}
