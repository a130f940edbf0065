import { onTestFinished } from 'vitest'
import { singletons } from '@/lib/base/singleton'

/** Puts another value in the place of a process-wide one of lib/base/singleton.ts, until the running test has ended. */
export function withSingleton(name: string, value: unknown): void {
  const before = singletons.get(name)
  singletons.set(name, value)
  onTestFinished(() => void singletons.set(name, before))
}
