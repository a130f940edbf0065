import { User } from 'lucide-react'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { managedTokenHref, type ManagedTokenAddress } from '@/components/admin/tokens/managed-token-address'
import { managedTokenPartNames, managedTokenParts } from '@/components/admin/tokens/managed-token-parts'
import { kindsWords } from '@/components/admin/tokens/kind-words'
import { AddressField } from '@/components/ui/table/address-field'
import { AddressSelect } from '@/components/ui/table/address-select'
import { FilterLinks } from '@/components/ui/table/filter-links'
import { SearchField } from '@/components/ui/table/search-field'
import { SelectAll } from '@/components/ui/table/select-all'

const texts = adminTokensTexts.toolbar

const SEARCH_LENGTH_MAX = 64
const OWNER_LENGTH_MAX = 254

const kinds = [
  { value: '', label: texts.allTypes },
  ...Object.entries(kindsWords).map(([value, label]) => ({ value, label })),
]

/** Search, owner and kind filters, and links to the parts of the list. */
export function ManagedTokenToolbar({ address }: { address: ManagedTokenAddress }) {
  const { show, q, user, kind } = address
  const links = managedTokenParts.map((part) => ({
    label: managedTokenPartNames[part],
    href: managedTokenHref({ show: part, q, user, kind }),
    isCurrent: part === show,
  }))
  return (
    <div className="mb-3 grid gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <SearchField label={texts.search} placeholder={texts.searchPlaceholder} lengthMax={SEARCH_LENGTH_MAX} />
        <AddressField
          label={texts.owner}
          placeholder={texts.ownerPlaceholder}
          param="user"
          icon={<User size={16} />}
          lengthMax={OWNER_LENGTH_MAX}
        />
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <FilterLinks label={texts.parts} links={links} />
        <AddressSelect label={texts.type} param="kind" value={kind ?? ''} options={kinds} />
      </div>
      <div className="pl-3 columns:hidden">
        <SelectAll label={texts.selectAll} text={texts.selectAllShort} />
      </div>
    </div>
  )
}
