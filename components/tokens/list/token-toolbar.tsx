import { sortOf, type TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { partNames, tokenParts, type TokenPart } from '@/components/tokens/list/token-parts'
import { AddressSelect } from '@/components/ui/table/address-select'
import { FilterLinks } from '@/components/ui/table/filter-links'
import { SearchField } from '@/components/ui/table/search-field'
import { SelectAll } from '@/components/ui/table/select-all'

const SEARCH_LENGTH_MAX = 64

const orders = [
  { value: '-created_at', label: 'Newest first' },
  { value: 'created_at', label: 'Oldest first' },
  { value: 'name', label: 'By name' },
  { value: '-name', label: 'By name, from the end' },
  { value: '-last_used_at', label: 'Last used first' },
  { value: 'last_used_at', label: 'Longest unused first' },
  { value: 'expires_at', label: 'Ending first' },
  { value: '-expires_at', label: 'Ending last' },
]

interface TokenToolbarProps {
  address: TokenListAddress
  counts: Record<TokenPart, number>
}

/**
 * Search, links to the parts of the list with their sizes and, on narrow screens without column headers, a sort menu.
 */
export function TokenToolbar({ address, counts }: TokenToolbarProps) {
  const { show, q, sort } = address
  const links = tokenParts.map((part) => ({
    label: partNames[part],
    count: counts[part],
    href: tokenListHref({ show: part, q, sort }),
    isCurrent: part === show,
  }))
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search tokens"
          placeholder="Search name or last four characters"
          lengthMax={SEARCH_LENGTH_MAX}
        />
        <FilterLinks label="Parts of the list" links={links} />
      </div>
      <div className="flex items-center gap-3 pl-3 cards:hidden">
        <SelectAll label="Select all on this page" text="Select all" />
        <AddressSelect label="Order" param="sort" value={sortOf(address)} options={orders} />
      </div>
    </div>
  )
}
