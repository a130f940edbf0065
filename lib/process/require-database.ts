import { existsSync } from 'node:fs'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { appliedMigrations } from '@/lib/db/migrations/migrations'
import { requirePostgres } from '@/lib/db/require-postgres'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { settings, SettingsError } from '@/lib/base/env'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { isClaimed } from '@/lib/domain/service/claim-instance'

/**
 * Requires a database with this version's schema that belongs to the instance secret, and changes neither. Commands
 * beside the server do this first, because the server may still be of the previous version.
 * @throws SettingsError
 */
export async function requireDatabase(): Promise<void> {
  if (await isNew()) {
    throw new SettingsError('there is no database yet: start the server, or create the first account with create-admin')
  }
}

/** Does the same, but creates the database if there is none yet. @throws SettingsError */
export async function requireOrMakeDatabase(): Promise<void> {
  if (await isNew()) await prepareDatabase()
}

/** Whether the settings lead to a database that may exist: PostgreSQL, which has to be named, or an existing file. */
export function isDatabaseHere(): boolean {
  const { databaseKind, databaseUrl } = settings()
  return databaseKind === 'postgresql' || existsSync(sqliteFileOf(databaseUrl))
}

/** Whether the database was never used, apart from its migration. */
async function isNew(): Promise<boolean> {
  const { databaseKind, databaseUrl } = settings()
  await requirePostgres(databaseUrl, 'DATABASE_URL')
  const applied = new Set(await appliedMigrations(databaseUrl))
  if (applied.size === 0) return true
  if (migrationNames(databaseKind).every((name) => applied.has(name))) return !(await isClaimed())
  throw new SettingsError('the database is from an older version: run npm run db:migrate to update it')
}
