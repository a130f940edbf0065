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
  // One timer for all subscribers. It stops when there are none, so the time must be updated first.
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

/** Gives the page one current time: the server's during hydration, then the viewer's, updated every 20 seconds. */
export function NowProvider({ renderedAt, children }: { renderedAt: number; children: ReactNode }) {
  return <RenderedAt value={renderedAt}>{children}</RenderedAt>
}

/** Returns the current time in milliseconds, at most 20 seconds old. */
export function useNow(): number {
  const renderedAt = use(RenderedAt)
  return useSyncExternalStore(
    subscribe,
    () => current,
    () => renderedAt,
  )
}
