import pg from 'pg'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { migrationNames } from '@/lib/db/migration-files'
import { migrate, pendingMigrations } from '@/lib/db/migrations'
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
}, 60_000)

it('a migration does not stand in front of a busy table: it steps back, and comes again', async () => {
  const { url, client } = await emptyDatabase()
  await migrate(url)
  await client.query(`
    DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_mail_and_codes';
    DROP TABLE outbox_mail; ALTER TABLE one_time_code DROP subject_key; ALTER TABLE token DROP reminder_stage`)
  await client.query('BEGIN; LOCK TABLE one_time_code IN ACCESS SHARE MODE')
  const migrating = migrate(url)
  await sleep(3500)
  // Nothing of it is there yet, and somebody else reads the table without a wait.
  expect((await client.query("SELECT to_regclass('outbox_mail') AS name")).rows).toEqual([{ name: null }])
  await client.query('COMMIT')
  expect(await migrating).toEqual([names.find((name) => name.endsWith('_mail_and_codes'))])
  expect(await pendingMigrations(url)).toEqual([])
}, 60_000)
