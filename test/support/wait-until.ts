import { setTimeout as sleep } from 'node:timers/promises'

/**
 * How long a test waits for something that must happen, in milliseconds. It is not a promise: only a failure takes this
 * long.
 */
export const PATIENCE_MS = 90_000
const PAUSE_MS = 20

/**
 * Waits until `isTrue` returns true. An exception in it ends the wait.
 * @throws an error that says what was awaited, after 90 s
 */
export async function waitUntil(isTrue: () => boolean | Promise<boolean>, awaited: () => string): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(`Still waiting after ${PATIENCE_MS / 1000} s for ${awaited()}`)
    await sleep(PAUSE_MS)
  }
}
