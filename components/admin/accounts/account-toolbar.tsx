import { accountListHref, type AccountListAddress } from '@/components/admin/accounts/account-list-address'
import { accountPartNames, accountParts } from '@/components/admin/accounts/account-parts'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { AddressSelect } from '@/components/ui/table/address-select'
import { FilterLinks } from '@/components/ui/table/filter-links'
import { SearchField } from '@/components/ui/table/search-field'

const texts = adminAccountsTexts.toolbar

const SEARCH_LENGTH_MAX = 254

const orders = [
  { value: '-created_at', label: texts.orders.newest },
  { value: 'created_at', label: texts.orders.oldest },
  { value: 'username', label: texts.orders.name },
  { value: '-username', label: texts.orders.nameReversed },
]

interface AccountToolbarProps {
  address: AccountListAddress
  /** Whether the server offers a sign-in provider. Without one, no account can be missing there. */
  hasProviders: boolean
}

/**
 * Search, links to the parts of the list and, on narrow screens without column headers, a sort menu. Search results
 * have their own order.
 */
export function AccountToolbar({ address: { show, q, sort }, hasProviders }: AccountToolbarProps) {
  const parts = accountParts.filter((part) => part !== 'unseen' || hasProviders || show === part)
  const links = parts.map((part) => ({
    label: accountPartNames[part],
    href: accountListHref({ show: part, q, sort }),
    isCurrent: part === show,
  }))
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={texts.search} placeholder={texts.searchPlaceholder} lengthMax={SEARCH_LENGTH_MAX} />
        <FilterLinks label={texts.parts} links={links} />
      </div>
      {q === undefined && (
        <div className="flex columns:hidden">
          <AddressSelect label={texts.sort} param="sort" value={sort ?? '-created_at'} options={orders} />
        </div>
      )}
    </div>
  )
}
