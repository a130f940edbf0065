import { dateParts } from '@/components/ui/time/date-parts'

const SHORT_MONTH_LENGTH = 3

/** Formats the day of an instant: “12 Feb 2027”. */
export function formatDay(instant: string | number, timeZone: string): string {
  const { day, month, year } = dateParts(instant, timeZone)
  return `${day} ${month.slice(0, SHORT_MONTH_LENGTH)} ${year}`
}
