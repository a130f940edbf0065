'use client'

import { countedCalls } from '@/components/tokens/list/counted-calls'
import { tokenStateTexts } from '@/components/tokens/texts-state'
import type { TokenView } from '@/lib/domain/tokens/schema'
import type { TokenUsage } from '@/lib/domain/usage/schema'
import { useEffect, useState } from 'react'
import { callApi } from '@/lib/edge/client/client'
import { getTokenUsageContract } from '@/lib/domain/usage/contract'

const words = tokenStateTexts.usage

/** Says how often a token was used in the last 30 days, and from which IP addresses. */
export function TokenAddresses({ token }: { token: Pick<TokenView, 'id'> }) {
  const usage = useTokenUsage(token)
  return <p className="text-note wrap-anywhere text-muted">{usage === null ? words.loading : inWords(usage)}</p>
}

function inWords(usage: TokenUsage | undefined): string {
  if (usage === undefined) return words.unavailable
  const calls = usage.items.reduce((sum, { count }) => sum + count, 0)
  const refused = usage.items.reduce((sum, item) => sum + item.refused, 0)
  const from = usage.addresses.map(({ address }) => address).join(', ')
  const places = calls > 0 && from !== '' ? words.fromAddresses(from) : ''
  const refusals = refused > 0 ? words.alsoRejected(refused) : ''
  return calls === 0 ? `${words.none}${refusals}.` : `${words.in30Days(countedCalls(calls))}${places}${refusals}.`
}

/** Fetches a token's usage of the last 30 days. Null while loading, undefined when the request failed. */
function useTokenUsage({ id }: Pick<TokenView, 'id'>): TokenUsage | null | undefined {
  const [usage, setUsage] = useState<TokenUsage | null | undefined>(null)
  useEffect(() => {
    let isOver = false
    callApi(getTokenUsageContract, { params: { id } }).then(
      (fetched) => !isOver && setUsage(fetched),
      () => !isOver && setUsage(undefined),
    )
    return () => {
      isOver = true
    }
  }, [id])
  return usage
}
