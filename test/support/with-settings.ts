import { onTestFinished } from 'vitest'
import { singletons } from '@/lib/singleton'

/** Gives the process other settings until the running test has ended. Names as in `.env.example`; empty is unset. */
export function withSettings(values: Readonly<Record<string, string>>): void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  forgetSettings()
  onTestFinished(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
    forgetSettings()
  })
}

/** lib/env.ts parses the environment once and keeps the result here; the gate keeps what follows from it. */
function forgetSettings(): void {
  for (const name of ['settings', 'gate-headers']) singletons.delete(name)
}
