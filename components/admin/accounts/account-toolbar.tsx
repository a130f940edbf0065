import { accountListHref, type AccountListAddress } from '@/components/admin/accounts/account-list-address'
import { accountPartNames, accountParts } from '@/components/admin/accounts/account-parts'
import { AddressSelect } from '@/components/ui/table/address-select'
import { FilterLinks } from '@/components/ui/table/filter-links'
import { SearchField } from '@/components/ui/table/search-field'

const SEARCH_LENGTH_MAX = 254

const orders = [
  { value: '-created_at', label: 'Newest first' },
  { value: 'created_at', label: 'Oldest first' },
  { value: 'username', label: 'By name' },
  { value: '-username', label: 'By name, from the end' },
]

/**
 * Search, links to the parts of the list and, on narrow screens without column headers, a sort menu. Search results
 * have their own order.
 */
export function AccountToolbar({ address: { show, q, sort } }: { address: AccountListAddress }) {
  const links = accountParts.map((part) => ({
    label: accountPartNames[part],
    href: accountListHref({ show: part, q, sort }),
    isCurrent: part === show,
  }))
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField
          label="Search accounts"
          placeholder="Start of a username or address"
          lengthMax={SEARCH_LENGTH_MAX}
        />
        <FilterLinks label="Parts of the list" links={links} />
      </div>
      {q === undefined && (
        <div className="flex cards:hidden">
          <AddressSelect label="Order" param="sort" value={sort ?? '-created_at'} options={orders} />
        </div>
      )}
    </div>
  )
}
