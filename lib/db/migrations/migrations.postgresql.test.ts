import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { migrate, pendingMigrations } from '@/lib/db/migrations/migrations'
import { createScratchDatabase } from '@/test/support/postgres'

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

it('of several starters at once one migrates, and the others find it done', async () => {
  const { url, client } = await emptyDatabase()
  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)])
  expect(applied.map(({ length }) => length).toSorted((one, other) => one - other)).toEqual([0, 0, names.length])
  const { rows } = await client.query('SELECT migration_name FROM _prisma_migrations')
  expect(rows).toHaveLength(names.length)
})

it('a migration does not stand in front of a busy table: it steps back, and comes again', async () => {
  const { url, client } = await emptyDatabase()
  await migrate(url)
  await client.query(`
    DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_mail_and_codes';
    DROP TABLE outbox_mail; ALTER TABLE one_time_code DROP subject_key; ALTER TABLE token DROP reminder_stage`)
  await client.query('BEGIN; LOCK TABLE one_time_code IN ACCESS SHARE MODE')
  const migrating = migrate(url)
  // It waits for the table, and steps back.
  await expect.poll(() => waitingForLocks(client)).toBe(1)
  await expect.poll(() => waitingForLocks(client)).toBe(0)
  // Nothing of it is there yet, and others read the table without waiting behind it.
  expect((await client.query("SELECT to_regclass('outbox_mail') AS name")).rows).toEqual([{ name: null }])
  await client.query('COMMIT')
  expect(await migrating).toEqual([names.find((name) => name.endsWith('_mail_and_codes'))])
  expect(await pendingMigrations(url)).toEqual([])
})

/** How many sessions of this database wait for a lock. */
async function waitingForLocks(client: pg.Client): Promise<number> {
  // Otherwise a transaction sees what it saw first.
  await client.query('SELECT pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  )
  return rows.length
}
