'use client'

import { useEffect, useState } from 'react'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import type { IssuedToken } from '@/lib/domain/tokens/schema'
import type { FirstUse } from '@/lib/domain/usage/schema'

const MINUTE_MS = 60_000

/** How often the server is asked, by how long the key has been shown. */
const PACES = [
  { untilMs: 3 * MINUTE_MS, everyMs: 500 },
  { untilMs: 10 * MINUTE_MS, everyMs: 2_000 },
  { untilMs: Infinity, everyMs: 5_000 },
]

/**
 * Returns the first use of a new key after its first request; null until then. It polls the server while the page is
 * visible. It ignores errors and tries again, because the key on the screen matters more.
 */
export function useFirstCall({ id }: IssuedToken): FirstUse | null {
  const [used, setUsed] = useState<FirstUse | null>(null)
  const isWaiting = used === null

  useEffect(() => {
    if (!isWaiting) return
    const startedMs = performance.now()
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false

    async function ask() {
      if (document.visibilityState === 'visible') {
        const use = await readFirstUse(id).catch(() => null)
        if (isOver) return
        if (use?.used === true) {
          setUsed(use)
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

async function readFirstUse(id: string): Promise<FirstUse> {
  const { getFirstUseContract } = await import('@/lib/domain/usage/contract')
  const { callApi } = await fetchFormParts()
  return callApi(getFirstUseContract, { params: { id } })
}
