'use client'

import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'

const TICK_MS = 20_000

const RenderedAt = createContext(0)

let current = Date.now()

function subscribe(onTick: () => void): () => void {
  const timer = setInterval(() => {
    current = Date.now()
    onTick()
  }, TICK_MS)
  return () => clearInterval(timer)
}

/** Gives the page one present moment: the server's while it hydrates, then the viewer's, moving on by itself. */
export function NowProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  return <RenderedAt value={renderedAt}>{children}</RenderedAt>
}

/** The present moment in milliseconds, a few seconds old at most. */
export function useNow(): number {
  const renderedAt = use(RenderedAt)
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => renderedAt,
  )
}
