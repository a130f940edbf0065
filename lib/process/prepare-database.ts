import { migrate } from '@/lib/db/migrations'
import { settings } from '@/lib/env'
import { hasInstanceSecret, instanceSecret, makeDataDir } from '@/lib/instance-secret'
import { keepSigningKeys } from '@/lib/jwt/keep-signing-keys'
import { claimInstance } from '@/lib/service/claim-instance'

/**
 * Brings the database to this version's schema and ties it to the instance secret: what every
 * process does first, the server and the commands beside it.
 * @returns the names of the migrations that were applied
 * @throws SettingsError when the secret is not the database's, or missing
 */
export async function prepareDatabase(): Promise<string[]> {
  // A new secret is made once it is known that the database has no other.
  if (hasInstanceSecret()) instanceSecret()
  else makeDataDir()
  const { MIGRATE_DATABASE_URL, databaseUrl } = settings()
  const applied = await migrate(MIGRATE_DATABASE_URL ?? databaseUrl)
  await claimInstance()
  await keepSigningKeys()
  return applied
}
