import { nextSort, sortedBy } from '@/components/tokens/list/next-sort'
import type { TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { TokenRow } from '@/components/tokens/list/token-row'
import { DataTable, type Column } from '@/components/ui/table/data-table'
import { SelectAll } from '@/components/ui/table/select-all'
import { SortLink } from '@/components/ui/table/sort-link'
import type { TokenView } from '@/lib/domain/tokens/schema'
import type { TokenActivity } from '@/lib/domain/usage/schema'

interface TokenTableProps {
  tokens: readonly TokenView[]
  /** How they were used lately, by their ids. */
  activities: ReadonlyMap<string, TokenActivity>
  address: TokenListAddress
}

/** The tokens of a page, in the order that the address asks for. */
export function TokenTable({ tokens, activities, address }: TokenTableProps) {
  const sortable = (name: string, field: Parameters<typeof nextSort>[0], width: string): Column => {
    const sorted = sortedBy(field, address.sort)
    const href = tokenListHref({ ...address, sort: nextSort(field, address.sort), cursor: undefined })
    return { name, head: <SortLink label={name} href={href} sorted={sorted} />, width, sorted }
  }
  const isSelectable = tokens.some(({ status }) => status !== 'revoked')
  const columns: Column[] = [
    {
      name: 'Selection',
      width: 'w-0 pr-0',
      ...(isSelectable ? { head: <SelectAll label="Select all on this page" /> } : { isNameHidden: true }),
    },
    sortable('Name', 'name', 'w-1/3'),
    { name: 'Scopes', width: 'w-1/6' },
    sortable('Last used', 'last_used_at', 'w-1/5'),
    { name: '30 days', width: 'w-30' },
    sortable('Ends', 'expires_at', 'w-1/5'),
    { name: 'Actions', isNameHidden: true, width: 'w-0' },
  ]
  return (
    <DataTable label="Tokens" columns={columns}>
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} activity={activities.get(token.id)} />
      ))}
    </DataTable>
  )
}
