import type { Metadata } from 'next'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { managedTokenAddress, managedTokenHref } from '@/components/admin/tokens/managed-token-address'
import { filtersOfManagedTokenPart } from '@/components/admin/tokens/managed-token-parts'
import { ManagedTokenTable } from '@/components/admin/tokens/managed-token-table'
import { ManagedTokenToolbar } from '@/components/admin/tokens/managed-token-toolbar'
import { ManagedTokensHeader } from '@/components/admin/tokens/managed-tokens-header'
import { FindKeyButton } from '@/components/admin/tokens/find-key-button'
import { NoTokensAnywhere } from '@/components/admin/tokens/no-tokens-anywhere'
import { RevokeDialogs } from '@/components/admin/tokens/revoke-dialogs'
import { RevokeMatching } from '@/components/admin/tokens/revoke-matching'
import { RevokeSelected } from '@/components/admin/tokens/revoke-selected'
import { selectionOfAddress } from '@/components/admin/tokens/selection-of-address'
import { Pager } from '@/components/ui/table/pager'
import { SelectionBar } from '@/components/ui/table/selection-bar'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import { listManagedTokens } from '@/lib/domain/admin/tokens/list-managed-tokens'
import { now } from '@/lib/base/clock'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

const { page: pageTexts, table } = adminTokensTexts

export const metadata: Metadata = { title: pageTexts.title }

const TOKENS_PER_PAGE = 50

interface AllTokensPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function AllTokensPage({ searchParams }: AllTokensPageProps) {
  const admin = await requirePageAdmin()
  const address = managedTokenAddress.parse(await searchParams)
  const { show, q, user, kind } = address
  const nowMs = now().getTime()
  const filters = { ...filtersOfManagedTokenPart(show, nowMs), q, user, kind, limit: TOKENS_PER_PAGE }
  const { items, next_cursor } = await firstPageOtherwise(address.cursor, (cursor) =>
    listManagedTokens(admin, { ...filters, cursor }),
  )
  const selection = selectionOfAddress(address, nowMs)
  return (
    <RevokeDialogs>
      <ManagedTokensHeader>
        <FindKeyButton />
      </ManagedTokensHeader>
      <SelectionProvider ids={items.filter(({ status }) => status !== 'revoked').map(({ id }) => id)}>
        <ManagedTokenToolbar address={address} />
        {selection !== null && items.length > 0 && (
          <div className="mb-3 flex justify-end">
            <RevokeMatching selection={selection} />
          </div>
        )}
        {items.length === 0 ? (
          <NoTokensAnywhere address={address} />
        ) : (
          <ManagedTokenTable label={table.label} tokens={items} />
        )}
        <SelectionBar label={table.selected}>
          <RevokeSelected />
        </SelectionBar>
      </SelectionProvider>
      <Pager
        label={pageTexts.pages}
        firstHref={address.cursor === undefined ? null : managedTokenHref({ ...address, cursor: undefined })}
        nextHref={next_cursor === null ? null : managedTokenHref({ ...address, cursor: next_cursor })}
      />
    </RevokeDialogs>
  )
}
