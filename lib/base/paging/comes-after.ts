import type { Position } from '@/lib/base/paging/cursor'

/**
 * Returns the condition for the rows after a position, ordered by `field` and then by id. It selects a range of an
 * index and excludes the rows with the same value up to the position.
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

/** A position whose value has the type of the column. */
type TypedPosition = Omit<Position, 'value'> & { value: string | Date | null }
