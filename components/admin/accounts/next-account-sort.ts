import type { AccountSort } from '@/lib/domain/admin/accounts/schema'

type Field = 'created_at' | 'username'

/** How a list in the order `current` is sorted by `field`, as a table says it; the newest come first when nothing is said. */
export function accountsSortedBy(
  field: Field,
  current: AccountSort = '-created_at',
): 'ascending' | 'descending' | undefined {
  if (current === field) return 'ascending'
  return current === `-${field}` ? 'descending' : undefined
}

/** The order that a click on the head of `field` leads to: the more telling one, then the other. */
export function nextAccountSort(field: Field, current: AccountSort = '-created_at'): AccountSort | undefined {
  const next: AccountSort = field === 'username' ? otherOf('username', current) : otherOf('-created_at', current)
  return next === '-created_at' ? undefined : next
}

function otherOf(first: 'username' | '-created_at', current: AccountSort): AccountSort {
  if (current !== first) return first
  return first === 'username' ? '-username' : 'created_at'
}
