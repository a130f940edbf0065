import { vi } from 'vitest'

/** Waits until every use of a token that was begun to be noted has been. */
export async function usesNoted(): Promise<void> {
  const pending = Reflect.get(globalThis, Symbol.for('latchkey.uses-being-noted')) as Set<string> | undefined
  await vi.waitFor(() => {
    if (pending !== undefined && pending.size > 0) throw new Error('Uses are still being noted')
  }, 10_000)
}
