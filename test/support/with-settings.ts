import { onTestFinished } from 'vitest'
import { parseSettings } from '@/lib/base/env'
import { singletons } from '@/lib/base/singleton'

/** The lowest bcrypt cost. The setting starts at 10, where a hash takes sixty times as long. */
export const TEST_COST = 4

/**
 * Gives the process other settings until the running test ends. Names as in `.env.example`; an empty value means unset.
 */
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
 * Reads the environment again and replaces the settings that lib/base/env.ts caches, and what the gate derived from
 * them. The bcrypt cost is `TEST_COST` unless the environment sets one.
 */
export function readSettings(): void {
  for (const name of ['settings', 'gate-headers']) singletons.delete(name)
  if (process.env['BCRYPT_COST'] !== undefined) return
  try {
    singletons.set('settings', { ...parseSettings(process.env), BCRYPT_COST: TEST_COST })
  } catch {
    // A test set an invalid value. The code under test has to report it.
  }
}
