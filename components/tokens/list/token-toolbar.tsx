import { sortOf, type TokenListAddress } from '@/components/tokens/list/token-list-address'
import { tokenListHref } from '@/components/tokens/list/token-list-href'
import { partNames, tokenParts, type TokenPart } from '@/components/tokens/list/token-parts'
import { tokensTexts } from '@/components/tokens/texts'
import { AddressSelect } from '@/components/ui/table/address-select'
import { FilterLinks } from '@/components/ui/table/filter-links'
import { SearchField } from '@/components/ui/table/search-field'
import { SelectAll } from '@/components/ui/table/select-all'

const words = tokensTexts.toolbar

const SEARCH_LENGTH_MAX = 64

const orders = [
  { value: '-created_at', label: words.orders.newest },
  { value: 'created_at', label: words.orders.oldest },
  { value: 'name', label: words.orders.name },
  { value: '-name', label: words.orders.nameReversed },
  { value: '-last_used_at', label: words.orders.lastUsed },
  { value: 'last_used_at', label: words.orders.longestUnused },
  { value: 'expires_at', label: words.orders.expiringFirst },
  { value: '-expires_at', label: words.orders.expiringLast },
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
        <SearchField label={words.search} placeholder={words.searchPlaceholder} lengthMax={SEARCH_LENGTH_MAX} />
        <FilterLinks label={words.views} links={links} />
      </div>
      <div className="flex items-center gap-3 pl-3 columns:hidden">
        <SelectAll label={words.selectAll} text={words.selectAllShort} />
        <AddressSelect label={words.sort} param="sort" value={sortOf(address)} options={orders} />
      </div>
    </div>
  )
}
