import * as z from 'zod'

/** An instant that a client gives: RFC 3339 with any offset. */
export const instantInput = z.iso.datetime({ offset: true, error: 'Must be an instant such as 2027-02-19T21:40:00Z' })
