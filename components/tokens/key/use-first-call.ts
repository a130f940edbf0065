'use client'

import { useEffect, useState } from 'react'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import type { IssuedToken, TokenView } from '@/lib/domain/tokens/schema'

const ASKED_EVERY_MS = 2_000

/**
 * Returns the token after the first request with its new key; null until then. It polls the server while the page is
 * visible. It ignores errors and tries again, because the key on the screen matters more.
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

/** Whether the last use came after the key was issued, and was not a use of the previous key in its grace period. */
function isFirstCall({ last_used_at, previous_secret }: TokenView, issued: IssuedToken): boolean {
  return last_used_at !== null && last_used_at !== issued.last_used_at && last_used_at !== previous_secret?.last_used_at
}
