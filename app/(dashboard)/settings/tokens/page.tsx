import type { Metadata } from 'next'
import { CreateTokenDialog } from '@/components/tokens/create-token-dialog'
import { EmptyTokens } from '@/components/tokens/empty-tokens'
import { TokenPager } from '@/components/tokens/token-pager'
import { TokenTable } from '@/components/tokens/token-table'
import { TokensHeader } from '@/components/tokens/tokens-header'
import { settings } from '@/lib/env'
import { requirePagePrincipal } from '@/lib/http/page-principal'
import { listTokens } from '@/lib/tokens/list-tokens'
import { listTokensQuery } from '@/lib/tokens/schema'

export const metadata: Metadata = { title: 'Tokens' }

const TOKENS_PER_PAGE = 100

interface TokensPageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export default async function TokensPage({ searchParams }: TokensPageProps) {
  const principal = await requirePagePrincipal()
  // A cursor that was tampered with shows the first page, as a missing one does.
  const cursor = listTokensQuery.shape.cursor.catch(undefined).parse((await searchParams).cursor)
  const { items, next_cursor } = await listTokens(principal, { kind: 'personal', limit: TOKENS_PER_PAGE, cursor })
  const isEmpty = items.length === 0 && cursor === undefined
  const create = <CreateTokenDialog policy={tokenPolicy()} />
  return (
    <>
      <TokensHeader>{!isEmpty && create}</TokensHeader>
      {isEmpty ? <EmptyTokens>{create}</EmptyTokens> : <TokenTable tokens={items} />}
      <TokenPager nextCursor={next_cursor} isFirstPage={cursor === undefined} />
    </>
  )
}

function tokenPolicy() {
  const { TOKEN_SCOPES, TOKEN_DEFAULT_TTL_SECONDS, TOKEN_MAX_TTL_SECONDS, ALLOW_NON_EXPIRING, appOrigin } = settings()
  return {
    scopes: TOKEN_SCOPES,
    defaultTtlSeconds: TOKEN_DEFAULT_TTL_SECONDS,
    maxTtlSeconds: TOKEN_MAX_TTL_SECONDS,
    canNeverEnd: ALLOW_NON_EXPIRING,
    appOrigin,
  }
}
