import pg from 'pg'
import { settings } from '@/lib/base/env'

/**
 * Makes the PostgreSQL database of the running tests read-only or writable for new sessions, and terminates all
 * sessions except those of the test setup.
 */
export async function makeReadOnly(isReadOnly: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  const database = new URL(settings().databaseUrl).pathname.slice(1)
  await client.query('SET default_transaction_read_only = off')
  await client.query(`ALTER DATABASE ${database} SET default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`)
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = $1 AND pid <> pg_backend_pid() AND application_name <> 'tests'`,
    [database],
  )
  await client.end()
}
