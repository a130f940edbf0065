import * as z from 'zod'

const wholeNumber = z
  .string()
  .regex(/^[0-9]{1,9}$/, 'Must be a whole number')
  .transform(Number)

/** The query parameters of every list. */
export const listFields = {
  limit: wholeNumber.pipe(z.int().min(1, 'Must be at least 1').max(100, 'Must be at most 100')).optional(),
  /** The `next_cursor` of the previous page. It belongs to that list and its order. */
  cursor: z.string().max(4096, 'Is not a cursor of this list').optional(),
}

/** The number of entries on a page if the request sets no `limit`. */
export const PAGE_SIZE_DEFAULT = 50

/** Returns the schema of a page of `item`. */
export function pageOf<S extends z.ZodType>(item: S) {
  return z.object({ items: z.array(item), next_cursor: z.string().nullable() })
}
