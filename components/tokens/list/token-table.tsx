import type { TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { TokenRow } from '@/components/tokens/list/token-row'
import { tokensTexts } from '@/components/tokens/texts'
import { DataTable, type Column } from '@/components/ui/table/data-table'
import { SelectAll } from '@/components/ui/table/select-all'
import { SortLink } from '@/components/ui/table/sort-link'
import type { TokenView, TokenSort } from '@/lib/domain/tokens/schema'
import type { TokenActivity } from '@/lib/domain/usage/schema'

const words = tokensTexts.table

interface TokenTableProps {
  tokens: readonly TokenView[]
  /** Recent usage by token id. */
  activities: ReadonlyMap<string, TokenActivity>
  address: TokenListAddress
}

export function TokenTable({ tokens, activities, address }: TokenTableProps) {
  const sortable = (name: string, field: Parameters<typeof nextSort>[0], width: string): Column => {
    const sorted = sortedBy(field, address.sort)
    const href = tokenListHref({ ...address, sort: nextSort(field, address.sort), cursor: undefined })
    return { name, head: <SortLink label={name} href={href} sorted={sorted} />, width, sorted }
  }
  const isSelectable = tokens.some(({ status }) => status !== 'revoked')
  const columns: Column[] = [
    {
      name: words.selection,
      width: 'w-0 pr-0',
      ...(isSelectable ? { head: <SelectAll label={tokensTexts.toolbar.selectAll} /> } : { isNameHidden: true }),
    },
    sortable(words.name, 'name', 'w-1/3'),
    { name: words.scopes, width: 'w-1/6' },
    sortable(words.lastUsed, 'last_used_at', 'w-1/5'),
    { name: words.requests, width: 'w-30' },
    sortable(words.expires, 'expires_at', 'w-1/5'),
    { name: words.actions, isNameHidden: true, width: 'w-0' },
  ]
  return (
    <DataTable label={words.label} columns={columns}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} activity={activities.get(token.id)} />
      ))}
    </DataTable>
  )
}

type Field = 'name' | 'last_used_at' | 'expires_at'

/** Returns how a list in the order `current` is sorted by `field`, as an `aria-sort` value. */
function sortedBy(field: Field, current: TokenSort | undefined): 'ascending' | 'descending' | undefined {
  if (current === field) return 'ascending'
  return current === `-${field}` ? 'descending' : undefined
}

/**
 * Returns the order that clicking the header of `field` leads to: the more useful one, the reverse, and then the
 * default.
 */
function nextSort(field: Field, current: TokenSort | undefined): TokenSort | undefined {
  const orders: TokenSort[] = field === 'last_used_at' ? ['-last_used_at', 'last_used_at'] : [field, `-${field}`]
  if (current === orders[0]) return orders[1]
  return current === orders[1] ? undefined : orders[0]
}
