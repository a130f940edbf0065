const options = {
  weekday: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const satisfies Intl.DateTimeFormatOptions

type DatePart = keyof typeof options

/**
 * Returns the parts of an instant in a time zone, in English. Texts are composed from parts, because whole formats
 * differ between the locale data of the server and the browser.
 */
export function dateParts(instant: string | number, timeZone: string): Record<DatePart, string> {
  const parts = new Intl.DateTimeFormat('en-US', { ...options, timeZone }).formatToParts(new Date(instant))
  return Object.fromEntries(parts.map(({ type, value }) => [type, value])) as Record<DatePart, string>
}
