import type { Metadata } from 'next'
import { BulkRevokeButton } from '@/components/tokens/actions/bulk-revoke-button'
import { CreateTokenButton } from '@/components/tokens/create/create-token-button'
import { EmptyTokens } from '@/components/tokens/list/empty-tokens'
import { EndingNotice } from '@/components/tokens/list/ending-notice'
import { NoTokensHere } from '@/components/tokens/list/no-tokens-here'
import { RevokeUnusedButton } from '@/components/tokens/actions/revoke-unused-button'
import { TokenDialogs } from '@/components/tokens/actions/token-dialogs'
import { tokenListAddress } from '@/components/tokens/list/token-list-address'
import { TokenPager } from '@/components/tokens/list/token-pager'
import { TokenTable } from '@/components/tokens/list/token-table'
import { TokenToolbar } from '@/components/tokens/list/token-toolbar'
import { TokensHeader } from '@/components/tokens/list/tokens-header'
import { tokensTexts } from '@/components/tokens/texts'
import { SelectionBar } from '@/components/ui/table/selection-bar'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { readTokenList } from '@/app/(dashboard)/settings/tokens/(list)/read-token-list'
import { newTokenPolicy } from '@/app/(dashboard)/settings/tokens/token-policy'

export const metadata: Metadata = { title: tokensTexts.page.title }

interface TokensPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function TokensPage({ searchParams }: TokensPageProps) {
  const principal = await requirePagePrincipal()
  const address = tokenListAddress.parse(await searchParams)
  const [list, policy] = await Promise.all([readTokenList(principal, address), newTokenPolicy()])
  const { items, next_cursor, counts, activities, endsFirst } = list
  const create = <CreateTokenButton policy={policy} />
  if (counts.active + counts.ended === 0 && address.q === undefined) {
    return (
      <>
        <TokensHeader />
        <EmptyTokens>{create}</EmptyTokens>
      </>
    )
  }
  const selectable = items.filter(({ status }) => status !== 'revoked')
  return (
    <TokenDialogs policy={policy}>
      <TokensHeader>{create}</TokensHeader>
      {endsFirst && <EndingNotice token={endsFirst} count={counts.ending} extendSeconds={policy.defaultTtlSeconds} />}
      <SelectionProvider ids={selectable.map(({ id }) => id)}>
        <TokenToolbar address={address} counts={counts} />
        {address.show === 'unused' && address.q === undefined && items.length > 0 && (
          <div className="mb-3 flex justify-end">
            <RevokeUnusedButton count={counts.unused} />
          </div>
        )}
        {items.length === 0 ? (
          <NoTokensHere address={address} counts={counts} />
        ) : (
          <TokenTable tokens={items} activities={activities} address={address} />
        )}
        <SelectionBar label={tokensTexts.table.selected}>
          <BulkRevokeButton tokens={selectable} />
        </SelectionBar>
      </SelectionProvider>
      <TokenPager address={address} nextCursor={next_cursor} />
    </TokenDialogs>
  )
}
