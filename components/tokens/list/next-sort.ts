import type { TokenSort } from '@/lib/domain/tokens/schema'

type Field = 'name' | 'last_used_at' | 'expires_at'

/** How a list in the order `current` is sorted by `field`, as a table says it. */
export function sortedBy(field: Field, current: TokenSort | undefined): 'ascending' | 'descending' | undefined {
  if (current === field) return 'ascending'
  return current === `-${field}` ? 'descending' : undefined
}

/** The order that a click on the head of `field` leads to: the more telling one, the other, and back to none. */
export function nextSort(field: Field, current: TokenSort | undefined): TokenSort | undefined {
  const orders: TokenSort[] = field === 'last_used_at' ? ['-last_used_at', 'last_used_at'] : [field, `-${field}`]
  if (current === orders[0]) return orders[1]
  return current === orders[1] ? undefined : orders[0]
}
