'use client'

import { countedCalls } from '@/components/tokens/list/counted-calls'
import { useTokenUsage } from '@/components/tokens/list/use-token-usage'
import type { TokenView } from '@/lib/domain/tokens/schema'
import type { TokenUsage } from '@/lib/domain/usage/schema'

/** How often a token was used in the last 30 days, and from where, in a sentence. */
export function TokenAddresses({ token }: { token: Pick<TokenView, 'id'> }) {
  const usage = useTokenUsage(token)
  return (
    <p className="text-note wrap-anywhere text-muted">{usage === null ? 'Looking up its calls…' : inWords(usage)}</p>
  )
}

function inWords(usage: TokenUsage | undefined): string {
  if (usage === undefined) return 'Its calls cannot be looked up at this moment.'
  const calls = usage.items.reduce((sum, { count }) => sum + count, 0)
  const refused = usage.items.reduce((sum, item) => sum + item.refused, 0)
  const from = usage.addresses.map(({ address }) => address).join(', ')
  const places = calls > 0 && from !== '' ? `, from ${from}` : ''
  const refusals = refused > 0 ? `; ${refused} more were refused` : ''
  return calls === 0 ? `No call in 30 days${refusals}.` : `${countedCalls(calls)} in 30 days${places}${refusals}.`
}
