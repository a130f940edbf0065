import { onTestFinished, vi } from 'vitest'

/**
 * Stops the clock for the running test, so that it can compare times exactly. Returns the stopped time in milliseconds.
 */
export function stopClock(atMs = Date.now()): number {
  vi.useFakeTimers({ toFake: ['Date'], now: atMs })
  onTestFinished(() => void vi.useRealTimers())
  return atMs
}
