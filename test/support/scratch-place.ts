import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { createScratchDatabase } from '@/test/support/postgres'
import type { ServerOptions } from '@/test/support/server-process'

/** The kinds of database that this run has. */
export const databaseKinds = (process.env['TEST_POSTGRES_URL'] ?? '') === '' ? ['sqlite'] : ['sqlite', 'postgresql']

type Row = Record<string, unknown>

/** Where a server keeps what outlives it, for tests that start it more than once or look into its database. */
export interface ScratchPlace {
  dataDir: string
  options: ServerOptions
  /** What a query on its database returns, on a connection of its own. */
  rows(sql: string): Promise<Row[]>
  remove(): Promise<void>
}

/** Makes an empty folder and, for PostgreSQL, an empty database. */
export async function newScratchPlace(kind: string): Promise<ScratchPlace> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'latchkey-place-'))
  const removeFolder = () => rmSync(dataDir, { recursive: true, force: true })
  if (kind === 'sqlite') {
    const rows = async (sql: string) => sqliteRows(dataDir, sql)
    return { dataDir, options: { dataDir }, rows, remove: async () => removeFolder() }
  }
  const database = await createScratchDatabase()
  return {
    dataDir,
    options: { dataDir, databaseUrl: database.url },
    rows: (sql) => postgresRows(database.url, sql),
    remove: async () => {
      removeFolder()
      await database.drop()
    },
  }
}

/** What a query on the SQLite database of a server returns. */
export function sqliteRows(dataDir: string, sql: string): Row[] {
  const database = new Database(path.join(dataDir, 'latchkey.db'), { readonly: true })
  try {
    return database.prepare(sql).all() as Row[]
  } finally {
    database.close()
  }
}

async function postgresRows(connectionString: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}
