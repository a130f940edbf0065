import { invalidField } from '@/lib/errors/app-error'

/** Where a page of a list ended: the value that it is ordered by, and the row. */
export interface Position {
  value: string | null
  id: string
}

/** The opaque text for a position in a list that is ordered by `order`. */
export function encodeCursor(order: string, { value, id }: Position): string {
  return Buffer.from([order, id, value === null ? '-' : `=${value}`].join('\n')).toString('base64url')
}

/** The position that a cursor of the same order names. @throws AppError invalid_input for `/cursor` */
export function decodeCursor(order: string, cursor: string): Position {
  const [cursorOrder, id = '', value = ''] = Buffer.from(cursor, 'base64url').toString().split('\n')
  const isOurs = cursorOrder === order && /^[0-9a-f-]{36}$/.test(id) && /^(-$|=)/.test(value)
  if (!isOurs) throw invalidField('/cursor', 'Is not a cursor of this list')
  return { id, value: value === '-' ? null : value.slice(1) }
}
