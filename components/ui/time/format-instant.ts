import { dateParts } from '@/components/ui/time/date-parts'

/** Formats an instant in full: “Friday, 19 February 2027, 21:40”. Marks UTC. */
export function formatInstant(instant: string | number, timeZone: string): string {
  const { weekday, day, month, year, hour, minute } = dateParts(instant, timeZone)
  return `${weekday}, ${day} ${month} ${year}, ${hour}:${minute}${timeZone === 'UTC' ? ' UTC' : ''}`
}
