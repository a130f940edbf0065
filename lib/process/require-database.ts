import { migrationNames } from '@/lib/db/migrations/migration-files'
import { appliedMigrations } from '@/lib/db/migrations/migrations'
import { requirePostgres } from '@/lib/db/require-postgres'
import { settings, SettingsError } from '@/lib/base/env'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { isClaimed } from '@/lib/domain/service/claim-instance'

/**
 * Sees to it that there is a database with this version's schema, and that the instance secret is
 * its own; changes neither. What a command beside the server does first: the server may still be
 * of the version before.
 * @throws SettingsError
 */
export async function requireDatabase(): Promise<void> {
  if (await isNew()) {
    throw new SettingsError('there is no database yet: start the server, or make the first account with create-admin')
  }
}

/** The same, but makes the database where there is none yet. @throws SettingsError */
export async function requireOrMakeDatabase(): Promise<void> {
  if (await isNew()) await prepareDatabase()
}

/** Whether nothing was done with the database yet, beyond its migration. */
async function isNew(): Promise<boolean> {
  const { databaseKind, databaseUrl } = settings()
  await requirePostgres(databaseUrl, 'DATABASE_URL')
  const applied = new Set(await appliedMigrations(databaseUrl))
  if (applied.size === 0) return true
  if (migrationNames(databaseKind).every((name) => applied.has(name))) return !(await isClaimed())
  throw new SettingsError(
    'the database is of an older version: run npm run db:migrate first, which brings it up to date',
  )
}
