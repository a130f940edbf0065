import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { copyMigratedSqlite, createMigratedPostgresql } from '@/test/support/quick-starts'
import { createScratchDatabase, type ScratchDatabase } from '@/test/support/postgres'
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

/** Makes a folder and a database in which there is nothing: the first start migrates it. */
export async function newEmptyPlace(kind: string): Promise<ScratchPlace> {
  const dataDir = newFolder()
  return kind === 'sqlite' ? sqlitePlace(dataDir) : postgresPlace(dataDir, await createScratchDatabase())
}

/** Makes a folder and a database that is migrated and empty. */
export async function newScratchPlace(kind: string): Promise<ScratchPlace> {
  const dataDir = newFolder()
  if (kind !== 'sqlite') return postgresPlace(dataDir, await createMigratedPostgresql())
  copyMigratedSqlite(dataDir)
  return sqlitePlace(dataDir)
}

function newFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'latchkey-place-'))
}

function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function sqlitePlace(dataDir: string): ScratchPlace {
  const rows = async (sql: string) => sqliteRows(dataDir, sql)
  return { dataDir, options: { dataDir }, rows, remove: async () => removeFolder(dataDir) }
}

function postgresPlace(dataDir: string, database: ScratchDatabase): ScratchPlace {
  return {
    dataDir,
    options: { dataDir, databaseUrl: database.url },
    rows: (sql) => postgresRows(database.url, sql),
    remove: async () => {
      removeFolder(dataDir)
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
