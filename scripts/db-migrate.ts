import { migrate } from '@/lib/db/migrations/migrations'
import { requirePostgres } from '@/lib/db/require-postgres'
import { loadDotEnv, settings } from '@/lib/base/env'

// Migrates the configured database to the newest schema, without starting the server.
process.umask(0o077)
try {
  loadDotEnv()
  const { MIGRATE_DATABASE_URL, databaseUrl, databaseKind } = settings()
  const [url, setting] =
    MIGRATE_DATABASE_URL === undefined
      ? ([databaseUrl, 'DATABASE_URL'] as const)
      : ([MIGRATE_DATABASE_URL, 'MIGRATE_DATABASE_URL'] as const)
  await requirePostgres(url, setting)
  const applied = await migrate(url)
  process.stdout.write(`${databaseKind}: ${applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`}\n`)
  // The schema engine's lock timer would keep the process alive.
  process.exit(0)
} catch (error) {
  process.stderr.write(`latchkey: ${(error as Error).message}\n`)
  process.exit(1)
}
