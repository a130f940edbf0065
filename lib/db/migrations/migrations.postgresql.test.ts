import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { migrate, pendingMigrations } from '@/lib/db/migrations/migrations'
import { createScratchDatabase } from '@/test/support/database/postgres'

const names = migrationNames('postgresql')

async function emptyDatabase(): Promise<{ url: string; client: pg.Client }> {
  const { url, drop } = await createScratchDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(async () => {
    await client.end()
    await drop()
  })
  return { url, client }
}

it('migrates in one of several processes that start at once, and the others find it done', async () => {
  const { url, client } = await emptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.map(({ length }) => length).toSorted((one, other) => one - other)).toEqual([0, 0, names.length])
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations')
  expect(rows).toHaveLength(names.length)
})

it('gives way to a busy table, and then applies the migration again', async () => {
  const { url, client } = await emptyDatabase()
  await migrate(url)
  await client.query(`
    DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_mail_and_codes';
    DROP TABLE outbox_mail; ALTER TABLE one_time_code DROP subject_key; ALTER TABLE token DROP reminder_stage`)
  await client.query('BEGIN; LOCK TABLE one_time_code IN ACCESS SHARE MODE')
  const migrating = migrate(url)
  // The migration waits for the table, and then gives way.
  await expect.poll(() => waitingForLocks(client)).toBe(1)
  await expect.poll(() => waitingForLocks(client)).toBe(0)
  // Nothing of it is applied yet, and other sessions read the table without waiting behind it.
  expect((await client.query("SELECT to_regclass('outbox_mail') AS name")).rows).toEqual([{ name: null }])
  await client.query('COMMIT')
  expect(await migrating).toEqual([names.find((name) => name.endsWith('_mail_and_codes'))])
  expect(await pendingMigrations(url)).toEqual([])
})

/** Returns how many sessions of this database are waiting for a lock. */
async function waitingForLocks(client: pg.Client): Promise<number> {
  // Without this, a transaction sees the same statistics every time.
  await client.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  )
  return rows.length
}
