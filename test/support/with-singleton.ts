import { onTestFinished } from 'vitest'
import { singletons } from '@/lib/base/singleton'

/** Replaces a process-wide value of lib/base/singleton.ts until the running test ends. */
export function withSingleton(name: string, value: unknown): void {
  const before = singletons.get(name)
  singletons.set(name, value)
  onTestFinished(() => void singletons.set(name, before))
}
