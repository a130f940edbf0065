'use client'

import { createContext, use, useSyncExternalStore, type ReactNode } from 'react'

const TICK_MS = 20_000

const RenderedAt = createContext(0)

const listeners = new Set<() => void>()
let current = Date.now()
let timer: ReturnType<typeof setInterval> | undefined

function tick(): void {
  current = Date.now()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  // One timer for all; it rests while nobody looks, and the clock has stood still until now.
  if (timer === undefined) {
    tick()
    timer = setInterval(tick, TICK_MS)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Gives the page one present moment: the server's while it hydrates, then the viewer's, moving on by itself. */
export function NowProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  return <RenderedAt value={renderedAt}>{children}</RenderedAt>
}

/** The present moment in milliseconds, 20 seconds old at most. */
export function useNow(): number {
  const renderedAt = use(RenderedAt)
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => renderedAt,
  )
}
