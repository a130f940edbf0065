/**
 * Returns the day of an instant in the viewer's time zone, as a date input expects it: `2027-02-19`. Empty when there
 * is no instant.
 */
export function localDay(instant: string | number): string {
  const date = new Date(instant)
  if (Number.isNaN(date.getTime())) return ''
  const year = String(date.getFullYear()).padStart(4, '0')
  const month = String(date.getMonth() + 1).padStart(2, '0')
  return `${year}-${month}-${String(date.getDate()).padStart(2, '0')}`
}
