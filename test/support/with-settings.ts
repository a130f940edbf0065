import { onTestFinished } from 'vitest'
import { parseSettings } from '@/lib/env'
import { singletons } from '@/lib/singleton'

/** The lowest cost that bcrypt has. Nobody may set it; a hash of cost 10 would take sixty times as long. */
export const TEST_COST = 4

/** Gives the process other settings until the running test has ended. Names as in `.env.example`; empty is unset. */
export function withSettings(values: Readonly<Record<string, string>>): void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  readSettings()
  onTestFinished(() => {
    for (const [name, value] of before) {
      if (value === undefined) Reflect.deleteProperty(process.env, name)
      else process.env[name] = value
    }
    readSettings()
  })
}

/**
 * Takes the settings of the environment, with `TEST_COST` when they name no cost. lib/env.ts parses them once and keeps
 * them; the gate keeps what follows from them.
 */
export function readSettings(): void {
  for (const name of ['settings', 'gate-headers']) singletons.delete(name)
  if (process.env['BCRYPT_COST'] !== undefined) return
  try {
    singletons.set('settings', { ...parseSettings(process.env), BCRYPT_COST: TEST_COST })
  } catch {
    // A test has given wrong ones, for the code to find.
  }
}
