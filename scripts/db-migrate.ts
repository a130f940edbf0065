import { migrate } from '@/lib/db/migrations'
import { loadDotEnv, settings } from '@/lib/env'

// Brings the configured database to the newest schema, without starting the server.
process.umask(0o077)
try {
  loadDotEnv()
  const { MIGRATE_DATABASE_URL, databaseUrl, databaseKind } = settings()
  const applied = await migrate(MIGRATE_DATABASE_URL ?? databaseUrl)
  process.stdout.write(`${databaseKind}: ${applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`}\n`)
  // The schema engine keeps a timer for its lock.
  process.exit(0)
} catch (error) {
  process.stderr.write(`latchkey: ${(error as Error).message}\n`)
  process.exit(1)
}
