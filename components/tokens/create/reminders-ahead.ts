import { DAY_MS, REMINDER_DAYS } from '@/lib/base/durations'

/** Returns how many days before `endMs` emails about the expiry come, if a token exists since `sinceMs`. */
export function remindersAhead(endMs: number, sinceMs: number): number[] {
  return REMINDER_DAYS.filter((days) => endMs - days * DAY_MS > sinceMs)
}
