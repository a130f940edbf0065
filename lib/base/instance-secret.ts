import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { randomInstanceSecret } from '@/lib/base/crypto/random'
import { settings, SettingsError } from '@/lib/base/env'
import { singleton } from '@/lib/base/singleton'

/**
 * Returns the secret of this instance, from which all keys are derived: LATCHKEY_SECRET, or else the file `secret`
 * in DATA_DIR, which the first start creates with mode 0600.
 * @throws SettingsError if the file cannot be used
 */
export function instanceSecret(): string {
  return singleton('instance-secret', () => settings().LATCHKEY_SECRET ?? fromFile(settings().DATA_DIR))
}

/** Whether an instance secret exists already, so that none would be created. */
export function hasInstanceSecret(): boolean {
  return settings().LATCHKEY_SECRET !== undefined || existsSync(secretFileIn(settings().DATA_DIR))
}

const secretFileIn = (dataDir: string) => path.join(dataDir, 'secret')

/**
 * Creates DATA_DIR if it does not exist, for the current operating-system user only.
 * @throws SettingsError if it cannot be created
 */
export function makeDataDir(): void {
  inDataDir(() => mkdirSync(settings().DATA_DIR, { recursive: true, mode: 0o700 }))
}

function fromFile(dataDir: string): string {
  const file = secretFileIn(dataDir)
  makeDataDir()
  const secret = inDataDir(() => {
    if (!existsSync(file)) createOnce(file, randomInstanceSecret())
    return readFileSync(file, 'utf8').trim()
  })
  if (secret.length >= 32) return secret
  throw new SettingsError('DATA_DIR contains a file named secret with fewer than 32 characters')
}

function inDataDir<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new SettingsError(`DATA_DIR cannot be used: ${(cause as Error).message}`, { cause })
  }
}

/** Creates `file` with its complete content in one step. Keeps the existing file if another process was faster. */
function createOnce(file: string, content: string): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, content, { mode: 0o600 })
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft)
  }
}
