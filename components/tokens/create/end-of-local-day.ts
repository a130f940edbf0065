/** Returns the last second of a day in the viewer's time zone, as a UTC time; empty when the text is not a date. */
export function endOfLocalDay(day: string): string {
  const date = new Date(`${day}T23:59:59`)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
