import { invalidField } from '@/lib/base/errors/app-error'
import { isStorableInstant } from '@/lib/base/schema/instant-input'

/** Where a page of a list ended: the value that it is ordered by, and the row. */
export interface Position {
  value: string | null
  id: string
}

/** What a list can be ordered by: nothing but the id, a text that is always there, or an instant that may be missing. */
export type OrderedBy = 'id' | 'text' | 'instant'

/** The opaque text for a position in a list that is ordered by `order`. */
export function encodeCursor(order: string, { value, id }: Position): string {
  return Buffer.from([order, id, value === null ? '-' : `=${value}`].join('\n')).toString('base64url')
}

/** The order that a cursor names, whether or not it is one of ours. */
export function orderOfCursor(cursor: string): string {
  return Buffer.from(cursor, 'base64url').toString().split('\n', 1)[0] ?? ''
}

/**
 * The position that a cursor of the same order names. Clients can forge one, so its value is
 * held to what the column can be.
 * @throws AppError invalid_input for `/cursor`
 */
export function decodeCursor(order: string, orderedBy: OrderedBy, cursor: string): Position {
  const [cursorOrder, id = '', text = ''] = Buffer.from(cursor, 'base64url').toString().split('\n')
  const value = text.startsWith('=') ? text.slice(1) : null
  const isOurs = cursorOrder === order && /^[0-9a-f-]{36}$/.test(id) && (value !== null || text === '-')
  if (!isOurs || !isPossible(orderedBy, value)) throw invalidField('/cursor', 'Is not a cursor of this list')
  return { id, value }
}

function isPossible(orderedBy: OrderedBy, value: string | null): boolean {
  if (orderedBy === 'id') return true
  if (orderedBy === 'text') return value !== null && !value.includes('\0') && value.isWellFormed()
  return value === null || (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && isStorableInstant(value))
}
