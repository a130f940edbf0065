import * as z from 'zod'

const LAST_MS = Date.parse('9999-12-31T23:59:59.999Z')

/** Whether both databases can store this instant: from 1970 to the end of 9999, in UTC. */
export function isStorableInstant(text: string): boolean {
  const ms = Date.parse(text)
  return ms >= 0 && ms <= LAST_MS
}

/** A timestamp in a request: RFC 3339 with any offset. */
export const instantInput = z.iso
  .datetime({ offset: true, abort: true, error: 'Must be an RFC 3339 time such as 2027-02-19T21:40:00Z' })
  .refine(isStorableInstant, 'Must be between the years 1970 and 9999')
