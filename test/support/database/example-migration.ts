import Database from 'better-sqlite3'
import pg from 'pg'
import type { Backfill } from '@/lib/process/backfill/backfills'

const COLUMN = 'ALTER TABLE token ADD COLUMN example_note TEXT'
const INDEX = 'token_example_note_idx'

/** Applies the first step of a migration of the kind that `npm run db:new` writes: a new column of a large table. */
export async function expandExample(url: string): Promise<void> {
  if (url.startsWith('file:')) {
    const database = new Database(url.slice('file:'.length), { timeout: 30_000 })
    database.exec(COLUMN)
    database.close()
    return
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`SET lock_timeout = '2s'`)
  await client.query(COLUMN)
  await client.end()
}

/** Builds the index of the column while requests run. Only on PostgreSQL: SQLite gets indexes before the server listens. */
export async function indexExample(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`CREATE INDEX CONCURRENTLY ${INDEX} ON token (example_note)`)
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
