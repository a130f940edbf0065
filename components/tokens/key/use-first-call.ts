'use client'

import { useEffect, useState } from 'react'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import type { IssuedToken, TokenView } from '@/lib/domain/tokens/schema'

const MINUTE_MS = 60_000

/** How often the server is asked, by how long the key has been shown. */
const PACES = [
  { untilMs: 3 * MINUTE_MS, everyMs: 700 },
  { untilMs: 10 * MINUTE_MS, everyMs: 2_000 },
  { untilMs: Infinity, everyMs: 5_000 },
]

/**
 * Returns the token after the first request with its new key; null until then. It polls the server while the page is
 * visible. It ignores errors and tries again, because the key on the screen matters more.
 */
export function useFirstCall({ id }: IssuedToken): TokenView | null {
  const [used, setUsed] = useState<TokenView | null>(null)
  const isWaiting = used === null

  useEffect(() => {
    if (!isWaiting) return
    const startedMs = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    async function ask() {
      if (document.visibilityState === 'visible') {
        const token = await readToken(id).catch(() => null)
        if (isOver) return
        if (token?.secret_used === true) {
          setUsed(token)
          return
        }
      }
      timer = setTimeout(() => void ask(), paceAfter(performance.now() - startedMs))
    }

    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [id, isWaiting])

  return used
}

function paceAfter(waitedMs: number): number {
  return PACES.find(({ untilMs }) => waitedMs < untilMs)?.everyMs ?? 0
}

async function readToken(id: string): Promise<TokenView> {
  const { getTokenContract } = await import('@/lib/domain/tokens/contract')
  const { callApi } = await fetchFormParts()
  return callApi(getTokenContract, { params: { id } })
}
