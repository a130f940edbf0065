import * as z from 'zod'

const wholeNumber = z
  .string()
  .regex(/^[0-9]{1,9}$/, 'Must be a whole number')
  .transform(Number)

/** The part of a query that every list takes. */
export const listFields = {
  limit: wholeNumber.pipe(z.int().min(1, 'Must be at least 1').max(100, 'Must be at most 100')).optional(),
  /** What the page before gave as `next_cursor`; it belongs to that list and its order. */
  cursor: z.string().max(4096, 'Is not a cursor of this list').optional(),
}

/** How many entries a page has when nothing is asked. */
export const PAGE_SIZE_DEFAULT = 50

/** The answer of a list of `item`. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() })
}
