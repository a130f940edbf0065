'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { getTokenContract } from '@/lib/domain/tokens/contract'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** Returns a token as the server sees it now, and as the page listed it until then or if the server cannot be reached. */
export function useCurrentToken(listed: TokenView): TokenView {
  const [current, setCurrent] = useState(listed)
  const callSignedIn = useCallSignedIn()
  const read = useEffectEvent(async (id: string) => callSignedIn(getTokenContract, { params: { id } }))

  useEffect(() => {
    let isOver = false
    read(listed.id).then(
      (token) => {
        if (!isOver) setCurrent(token)
      },
      () => null,
    )
    return () => {
      isOver = true
    }
  }, [listed.id])

  return current
}
