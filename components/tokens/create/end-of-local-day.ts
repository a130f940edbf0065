/** The last second of a day where the viewer is, as an instant in UTC; empty when the text names no day. */
export function endOfLocalDay(day: string): string {
  const date = new Date(`${day}T23:59:59`)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString()
}
