import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { migrate } from '@/lib/db/migrations/migrations'
import { createScratchDatabase, type ScratchDatabase } from '@/test/support/database/postgres'

// Environment variables: the databases that the workers of a run copy, and the module that a server loads first.
const [SQLITE, POSTGRESQL, LOADED] = ['TEST_MIGRATED_SQLITE', 'TEST_MIGRATED_POSTGRESQL', 'TEST_LOADED_FIRST']

/**
 * The global setup of suites that start many servers. Servers start with a copy of a migrated database of either kind,
 * and load their endpoints on demand.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'latchkey-migrated-'))
  const file = path.join(folder, 'latchkey.db')
  await migrate(`file:${file}`)
  process.env[SQLITE] = file
  process.env[LOADED] = path.resolve('test/support/load-on-demand.mjs')
  const database = (process.env['TEST_POSTGRES_URL'] ?? '') === '' ? null : await createScratchDatabase()
  if (database !== null) {
    await migrate(database.url)
    process.env[POSTGRESQL] = database.url
  }
  return async () => {
    rmSync(folder, { recursive: true, force: true })
    await database?.drop()
  }
}

/** Copies the migrated, empty database into a new data folder: migrating takes a third of the time of a start. */
export function copyMigratedSqlite(dataDir: string): void {
  const file = process.env[SQLITE]
  if (file !== undefined) copyFileSync(file, path.join(dataDir, 'latchkey.db'))
}

/** Creates a copy of the migrated, empty PostgreSQL database. */
export function createMigratedPostgresql(): Promise<ScratchDatabase> {
  return createScratchDatabase(process.env[POSTGRESQL])
}

/** Returns the Node.js command that runs a server. */
export function serverCommand(): [string, ...string[]] {
  const loaded = process.env[LOADED]
  return [process.execPath, ...(loaded === undefined ? [] : ['--import', loaded]), '.build/server.js']
}
