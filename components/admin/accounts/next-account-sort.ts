import type { AccountSort } from '@/lib/domain/admin/accounts/schema'

type Field = 'created_at' | 'username'

/**
 * Returns how a list in the order `current` is sorted by `field`, as an `aria-sort` value. The default is newest first.
 */
export function accountsSortedBy(
  field: Field,
  current: AccountSort = '-created_at',
): 'ascending' | 'descending' | undefined {
  if (current === field) return 'ascending'
  return current === `-${field}` ? 'descending' : undefined
}

/**
 * Returns the order that clicking the header of `field` leads to: A to Z or newest first, then the reverse. Undefined
 * is the default order.
 */
export function nextAccountSort(field: Field, current: AccountSort = '-created_at'): AccountSort | undefined {
  const next: AccountSort = field === 'username' ? otherOf('username', current) : otherOf('-created_at', current)
  return next === '-created_at' ? undefined : next
}

function otherOf(first: 'username' | '-created_at', current: AccountSort): AccountSort {
  if (current !== first) return first
  return first === 'username' ? '-username' : 'created_at'
}
