import * as z from 'zod'

/** The number of entries on a page if the request sets no `limit`. */
export const PAGE_SIZE_DEFAULT = 50

const PAGE_SIZE_MAX = 100

/** The error for a cursor that this server did not issue for the same list. */
export const INVALID_CURSOR = 'Invalid cursor. Use next_cursor from the previous page of this list.'

/** A whole number in a query. */
export const wholeNumber = z
  .string()
  .regex(/^[0-9]{1,9}$/, 'Must be a whole number')
  .transform(Number)

/** The query parameters of every list. */
export const listFields = {
  limit: wholeNumber
    .pipe(z.int().min(1, 'Must be at least 1').max(PAGE_SIZE_MAX, `Must be at most ${PAGE_SIZE_MAX}`))
    .optional()
    .describe(`Items per page: a whole number from 1 to ${PAGE_SIZE_MAX}. Default: ${PAGE_SIZE_DEFAULT}.`),
  cursor: z
    .string()
    .max(4096, INVALID_CURSOR)
    .optional()
    .describe('The next_cursor of the previous page of the same list, in the same order. Default: the first page.'),
}

/** Returns the schema of a page of `item`. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({
    items: z.array(item).describe('The items on this page.'),
    next_cursor: z.string().nullable().describe('Send this as cursor to get the next page; null on the last page.'),
  })
}
