import { DAY_SECONDS, HOUR_SECONDS } from '@/lib/base/durations'

const MINUTE_SECONDS = 60

/** Formats a duration in the largest unit that divides it evenly: “90 days”, “1 hour”. */
export function formatDuration(seconds: number): string {
  if (seconds % DAY_SECONDS === 0) return counted(seconds / DAY_SECONDS, 'day')
  if (seconds % HOUR_SECONDS === 0) return counted(seconds / HOUR_SECONDS, 'hour')
  if (seconds % MINUTE_SECONDS === 0) return counted(seconds / MINUTE_SECONDS, 'minute')
  return counted(seconds, 'second')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
