import { invalidField } from '@/lib/base/errors/app-error'
import { isStorableInstant } from '@/lib/base/schema/instant-input'
import { INVALID_CURSOR } from '@/lib/base/schema/list-query'

/** The end of a page: the value that orders the list, and the id of the last row. */
export interface Position {
  value: string | null
  id: string
}

/** What a list can be ordered by: only the id, a text that is always present, or an instant that may be missing. */
export type OrderedBy = 'id' | 'text' | 'instant'

/** Encodes a position in a list ordered by `order` as opaque text. */
export function encodeCursor(order: string, { value, id }: Position): string {
  return Buffer.from([order, id, value === null ? '-' : `=${value}`].join('\n')).toString('base64url')
}

/** Returns the order that a cursor names, whether or not that order exists. */
export function orderOfCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString().split('\n', 1)[0] ?? ''
}

/**
 * Returns the position that a cursor of this order names. Clients can forge a cursor, so its value must be one that
 * the column can hold.
 * @throws AppError invalid_input for `/cursor`
 */
export function decodeCursor(order: string, orderedBy: OrderedBy, cursor: string): Position {
  const [cursorOrder, id = '', text = ''] = Buffer.from(cursor, 'base64url').toString().split('\n')
  const value = text.startsWith('=') ? text.slice(1) : null
  const isOurs = cursorOrder === order && /^[0-9a-f-]{36}$/.test(id) && (value !== null || text === '-')
  if (!isOurs || !isPossible(orderedBy, value)) throw invalidField('/cursor', INVALID_CURSOR)
  return { id, value }
}

function isPossible(orderedBy: OrderedBy, value: string | null): boolean {
  if (orderedBy === 'id') return true
  if (orderedBy === 'text') return value !== null && !value.includes('\0') && value.isWellFormed()
  return value === null || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && isStorableInstant(value))
}
