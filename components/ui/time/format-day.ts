import { dateParts } from '@/components/ui/time/date-parts'

const SHORT_MONTH_LENGTH = 3

/** Formats the day of an instant: “12 Feb 2027”. */
export function formatDay(instant: string | number, timeZone: string): string {
  const { day, month, year } = dateParts(instant, timeZone)
  return `${day} ${month.slice(0, SHORT_MONTH_LENGTH)} ${year}`
}

/** Formats a day in UTC, such as `2026-11-22`: “22 Nov 2026”. */
export function dayInUtc(day: string): string {
  return formatDay(`${day}T00:00:00Z`, 'UTC')
}
