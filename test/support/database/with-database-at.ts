import { onTestFinished } from 'vitest'
import { closeDatabase } from '@/lib/db/close-database'
import { closeSecretReader } from '@/lib/keys/lookup/secret-reader'
import { withSettings } from '@/test/support/with-settings'
import { withSingleton } from '@/test/support/with-singleton'

/** Makes the process use the database of other settings until the running test ends. */
export function withDatabaseAt(
  values: { DATA_DIR: string } | { DATABASE_URL: string; MIGRATE_DATABASE_URL: string },
): void {
  withSettings({ DATABASE_URL: '', ...values })
  withSingleton('database', undefined)
  withSingleton('secret-reader', undefined)
  withSingleton('key-ring', undefined)
  withSingleton('limits-pool', undefined)
  // Runs before the hooks above restore the settings and database of the other tests.
  onTestFinished(async () => {
    await closeSecretReader()
    await closeDatabase()
  })
}
