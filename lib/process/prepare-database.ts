import { migrate } from '@/lib/db/migrations/migrations'
import { requirePostgres } from '@/lib/db/require-postgres'
import { settings } from '@/lib/base/env'
import { hasInstanceSecret, instanceSecret, makeDataDir } from '@/lib/base/instance-secret'
import { keepSigningKeys } from '@/lib/domain/signing-keys/keep-signing-keys'
import { claimInstance } from '@/lib/domain/service/claim-instance'

/**
 * Brings the database to this version's schema and ties it to the instance secret. The server does this first at
 * every start, and a command does it if there is no database yet.
 * @returns the names of the migrations that were applied
 * @throws SettingsError if the database is unreachable, or its secret is missing or a different one
 */
export async function prepareDatabase(): Promise<string[]> {
  // A new secret is created only after the database is known to have no other.
  if (hasInstanceSecret()) instanceSecret()
  else makeDataDir()
  const { MIGRATE_DATABASE_URL, databaseUrl } = settings()
  await requirePostgres(databaseUrl, 'DATABASE_URL')
  if (MIGRATE_DATABASE_URL !== undefined) await requirePostgres(MIGRATE_DATABASE_URL, 'MIGRATE_DATABASE_URL')
  const applied = await migrate(MIGRATE_DATABASE_URL ?? databaseUrl)
  await claimInstance()
  await keepSigningKeys()
  return applied
}
