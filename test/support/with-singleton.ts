import { onTestFinished } from 'vitest'

/** Puts another value in the place of a process-wide one of lib/singleton.ts, until the running test has ended. */
export function withSingleton(name: string, value: unknown): void {
  const holder = globalThis as unknown as Record<symbol, unknown>
  const key = Symbol.for(`latchkey.${name}`)
  const before = holder[key]
  holder[key] = value
  onTestFinished(() => {
    holder[key] = before
  })
}
