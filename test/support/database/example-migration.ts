import Database from 'better-sqlite3'
import pg from 'pg'
import type { Backfill } from '@/lib/process/backfill/backfills'

/** Applies the first step of a migration of the kind that `npm run db:new` writes: a new column of a large table. */
export async function expandExample(url: string): Promise<void> {
  const column = 'ALTER TABLE token ADD COLUMN example_note TEXT'
  await run(url, url.startsWith('file:') ? [column] : [`SET lock_timeout = '2s'`, column])
}

/**
 * Builds the index of the column while requests run. Only on PostgreSQL: SQLite gets indexes before the server listens.
 */
export async function indexExample(url: string): Promise<void> {
  await run(url, ['CREATE INDEX CONCURRENTLY token_example_note_idx ON token (example_note)'])
}

/** Takes the migration back, so that it can run again. */
export async function undoExample(url: string): Promise<void> {
  await run(url, ['ALTER TABLE token DROP COLUMN example_note', 'DELETE FROM backfill'])
}

async function run(url: string, statements: readonly string[]): Promise<void> {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length), { timeout: 30_000 })
    for (const statement of statements) database.exec(statement)
    database.close()
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

/** The second step: fills the column. */
export const exampleBackfill: Backfill = {
  name: 'example_note',
  async fill(tx, afterId, limit) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM token WHERE id > ${afterId} ORDER BY id LIMIT ${limit}`
    const lastId = rows.at(-1)?.id
    if (lastId === undefined) return null
    await tx.$executeRaw`UPDATE token SET example_note = name WHERE id > ${afterId} AND id <= ${lastId}`
    return lastId
  },
}
