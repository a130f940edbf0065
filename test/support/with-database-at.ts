import { onTestFinished } from 'vitest'
import { closeDatabase } from '@/lib/db/close-database'
import { closeSecretReader } from '@/lib/gate/secret-reader'
import { withSettings } from '@/test/support/with-settings'
import { withSingleton } from '@/test/support/with-singleton'

/** Has the process work with the SQLite database in another folder until the running test has ended. */
export function withDatabaseAt(dataDir: string): void {
  withSettings({ DATA_DIR: dataDir, DATABASE_URL: '' })
  withSingleton('database', undefined)
  withSingleton('secret-reader', undefined)
  withSingleton('key-ring', undefined)
  // Before the settings and the database of the other tests are back.
  onTestFinished(async () => {
    await closeSecretReader()
    await closeDatabase()
  })
}
