'use client'

import { useEffect, useState } from 'react'
import { callApi } from '@/lib/edge/client/client'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { getTokenUsageContract } from '@/lib/domain/usage/contract'
import type { TokenUsage } from '@/lib/domain/usage/schema'

/** How a token was used in the last 30 days: null while it is being fetched, undefined when it cannot be had. */
export function useTokenUsage({ id }: Pick<TokenView, 'id'>): TokenUsage | null | undefined {
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
