import type { Metadata } from 'next'
import { allTokenAddress, allTokenHref } from '@/components/admin/tokens/all-token-address'
import { filtersOfAllTokenPart } from '@/components/admin/tokens/all-token-parts'
import { AllTokenTable } from '@/components/admin/tokens/all-token-table'
import { AllTokenToolbar } from '@/components/admin/tokens/all-token-toolbar'
import { AllTokensHeader } from '@/components/admin/tokens/all-tokens-header'
import { FindKeyButton } from '@/components/admin/tokens/find-key-button'
import { NoTokensAnywhere } from '@/components/admin/tokens/no-tokens-anywhere'
import { RevokeDialogs } from '@/components/admin/tokens/revoke-dialogs'
import { RevokeMatching } from '@/components/admin/tokens/revoke-matching'
import { RevokeSelected } from '@/components/admin/tokens/revoke-selected'
import { selectionOfAddress } from '@/components/admin/tokens/selection-of-address'
import { Pager } from '@/components/ui/table/pager'
import { SelectionBar } from '@/components/ui/table/selection-bar'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import { listAllTokens } from '@/lib/domain/admin/tokens/list-all-tokens'
import { now } from '@/lib/base/clock'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

export const metadata: Metadata = { title: 'All tokens' }

const TOKENS_PER_PAGE = 50

interface AllTokensPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AllTokensPage({ searchParams }: AllTokensPageProps) {
  const admin = await requirePageAdmin()
  const address = allTokenAddress.parse(await searchParams)
  const { show, q, user, kind } = address
  const nowMs = now().getTime()
  const filters = { ...filtersOfAllTokenPart(show, nowMs), q, user, kind, limit: TOKENS_PER_PAGE }
  const { items, next_cursor } = await firstPageOtherwise(address.cursor, (cursor) =>
    listAllTokens(admin, { ...filters, cursor }),
  )
  const selection = selectionOfAddress(address, nowMs)
  return (
    <RevokeDialogs>
      <AllTokensHeader>
        <FindKeyButton />
      </AllTokensHeader>
      <SelectionProvider ids={items.filter(({ status }) => status !== 'revoked').map(({ id }) => id)}>
        <AllTokenToolbar address={address} />
        {selection !== null && items.length > 0 && (
          <div className="mb-3 flex justify-end">
            <RevokeMatching selection={selection} />
          </div>
        )}
        {items.length === 0 ? <NoTokensAnywhere address={address} /> : <AllTokenTable label="Tokens" tokens={items} />}
        <SelectionBar label="Selected tokens">
          <RevokeSelected />
        </SelectionBar>
      </SelectionProvider>
      <Pager
        label="Pages of tokens"
        firstHref={address.cursor === undefined ? null : allTokenHref({ ...address, cursor: undefined })}
        nextHref={next_cursor === null ? null : allTokenHref({ ...address, cursor: next_cursor })}
      />
    </RevokeDialogs>
  )
}
