import { TokenAddresses } from '@/components/tokens/list/token-addresses'
import { TokenLastUse } from '@/components/tokens/list/token-last-use'
import { tokensTexts } from '@/components/tokens/texts'
import type { TokenView } from '@/lib/domain/tokens/schema'

const NAMED_MAX = 5

/** Lists the tokens that a revocation affects, and when and from where each was last used. */
export function TokenHit({ tokens }: { tokens: readonly TokenView[] }) {
  const named = tokens.slice(0, NAMED_MAX)
  const othersCount = tokens.length - named.length
  return (
    <ul className="grid gap-2 rounded-card border border-line bg-surface px-3.5 py-2.5">
      {named.map((token) => (
        <li key={token.id} className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="min-w-0">
            <span className="font-medium wrap-anywhere">{token.name}</span>{' '}
            <span className="font-mono text-label text-muted">{token.hint}</span>
          </span>
          <TokenLastUse token={token} isOneLine />
          {tokens.length === 1 && <TokenAddresses token={token} />}
        </li>
      ))}
      {othersCount > 0 && <li className="text-note text-muted">{tokensTexts.revoke.andMore(othersCount)}</li>}
    </ul>
  )
}
