import type { Position } from '@/lib/base/paging/cursor'

/**
 * The condition for what follows a position in an order by `field` and then by id: the range of
 * an index, of which the rows of the same value up to the position are left out.
 */
export function comesAfter<Where>(field: string, direction: 'asc' | 'desc', { value, id }: TypedPosition): Where {
  const beyond = direction === 'asc' ? 'gt' : 'lt'
  if (field === 'id') return { id: { [beyond]: id } } as Where
  if (value === null) return { [field]: null, id: { [beyond]: id } } as Where
  return {
    [field]: { [`${beyond}e`]: value },
    OR: [{ [field]: { [beyond]: value } }, { id: { [beyond]: id } }],
  } as Where
}

/** A position with its value as the column holds it. */
type TypedPosition = Omit<Position, 'value'> & { value: string | Date | null }
