import { decodeCursor, encodeCursor, orderOfCursor, type OrderedBy, type Position } from '@/lib/base/paging/cursor'
import { invalidField } from '@/lib/base/errors/app-error'
import { INVALID_CURSOR } from '@/lib/base/schema/list-query'

/** A part of a list that one index returns in order. A list may consist of several parts, one after the other. */
export interface Stretch<Row> {
  /** The name of this part in its cursors. */
  name: string
  orderedBy: OrderedBy
  /** Returns up to `count` rows, from the first one or from the one after `after`. */
  read(after: Position | null, count: number): Promise<Row[]>
  positionOf(row: Row): Position
}

/** A page of a list, and the cursor of the next page if there is one. */
interface Page<Row> {
  rows: Row[]
  nextCursor: string | null
}

/**
 * Returns a page of the list that `stretches` make up.
 * @throws AppError invalid_input if the cursor belongs to another list
 */
export async function readStretches<Row>(
  stretches: readonly Stretch<Row>[],
  cursor: string | undefined,
  limit: number,
): Promise<Page<Row>> {
  const start = startOf(stretches, cursor)
  let { after } = start
  const found: { row: Row; stretch: Stretch<Row> }[] = []
  for (const stretch of stretches.slice(start.first)) {
    if (found.length > limit) break
    const rows = await stretch.read(after, limit + 1 - found.length)
    found.push(...rows.map((row) => ({ row, stretch })))
    after = null
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const nextCursor =
    found.length > limit && last ? encodeCursor(last.stretch.name, last.stretch.positionOf(last.row)) : null
  return { rows: page.map(({ row }) => row), nextCursor }
}

function startOf<Row>(stretches: readonly Stretch<Row>[], cursor: string | undefined) {
  if (cursor === undefined) return { first: 0, after: null }
  const first = stretches.findIndex(({ name }) => name === orderOfCursor(cursor))
  const stretch = stretches[first]
  if (stretch === undefined) throw invalidField('/cursor', INVALID_CURSOR)
  return { first, after: decodeCursor(stretch.name, stretch.orderedBy, cursor) }
}
