import { onTestFinished, vi } from 'vitest'

/** Stops the clock for the running test, so that instants can be compared exactly; the time in milliseconds at which it stands. */
export function stopClock(atMs = Date.now()): number {
  vi.useFakeTimers({ toFake: ['Date'], now: atMs })
  onTestFinished(() => void vi.useRealTimers())
  return atMs
}
