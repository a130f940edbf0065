'use client'

import { useEffect, useState } from 'react'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import type { IssuedToken, TokenView } from '@/lib/domain/tokens/schema'

const ASKED_EVERY_MS = 2_000

/**
 * The token as it stands after the first call with its new key; null until then. The server
 * is asked again and again, while somebody can see the page. What fails is asked again: the
 * key on the screen matters more.
 */
export function useFirstCall(issued: IssuedToken): TokenView | null {
  const [used, setUsed] = useState<TokenView | null>(null)
  const isWaiting = used === null

  useEffect(() => {
    if (!isWaiting) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    async function ask() {
      if (document.visibilityState === 'visible') {
        const token = await readToken(issued.id).catch(() => null)
        if (isOver) return
        if (token !== null && isFirstCall(token, issued)) {
          setUsed(token)
          return
        }
      }
      timer = setTimeout(() => void ask(), ASKED_EVERY_MS)
    }

    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [issued, isWaiting])

  return used
}

async function readToken(id: string): Promise<TokenView> {
  const { getTokenContract } = await import('@/lib/domain/tokens/contract')
  const { callApi } = await fetchFormParts()
  return callApi(getTokenContract, { params: { id } })
}

/** A use after the key was made, and not of the key before it, which may be in its grace. */
function isFirstCall({ last_used_at, previous_secret }: TokenView, issued: IssuedToken): boolean {
  return last_used_at !== null && last_used_at !== issued.last_used_at && last_used_at !== previous_secret?.last_used_at
}
