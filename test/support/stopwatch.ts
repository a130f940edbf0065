import { expect } from 'vitest'

/** How many times slower than a current idle machine the test machine may be. */
const SLOWER_AT_MOST = 5
const ROUNDS_MAX = 3

/** Promised durations, in milliseconds on an idle machine. */
const PROMISES_MS = {
  /** An endpoint that needs the database answers 503 while the database is unreachable. */
  answerInOutage: 2500,
  /** The server serves requests again once the database is back. */
  recovery: 5000,
  /** Every instance shows the first use of a key. */
  firstUse: 1000,
} as const

type Promised = keyof typeof PROMISES_MS

/** A running stopwatch. */
export interface Stopwatch {
  /** Fails if more than the promised time has passed, with room for a machine that is five times slower. */
  expectWithin(promised: Promised): void
  /** The elapsed time in seconds, for rates. A test must not compare it with a constant. */
  elapsedSeconds(): number
}

/** Starts a stopwatch. Tests may limit durations only through it (docs/adr/0053). */
export function startStopwatch(): Stopwatch {
  const started = performance.now()
  const elapsedMs = () => performance.now() - started
  return {
    expectWithin: (promised) => {
      expect(elapsedMs(), promised).toBeLessThan(PROMISES_MS[promised] * SLOWER_AT_MOST)
    },
    elapsedSeconds: () => elapsedMs() / 1000,
  }
}

/**
 * Asks up to three times until an answer arrives within the promised time itself, and fails if none does. Use this for
 * answers that wait for a timer of the server: a slow machine does not slow the timer down, so extra room would hide a
 * timer that is too long. Each answer still has the room of `expectWithin`.
 */
export async function answersInTime<T>(promised: Promised, ask: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  let quickestMs = Infinity
  while (answers.length < ROUNDS_MAX && quickestMs > PROMISES_MS[promised]) {
    const stopwatch = startStopwatch()
    answers.push(await ask())
    stopwatch.expectWithin(promised)
    quickestMs = Math.min(quickestMs, stopwatch.elapsedSeconds() * 1000)
  }
  expect(quickestMs, `the quickest of ${answers.length}: ${promised}`).toBeLessThanOrEqual(PROMISES_MS[promised])
  return answers
}
