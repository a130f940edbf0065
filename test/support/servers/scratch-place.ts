import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { copyMigratedSqlite, createMigratedPostgresql } from '@/test/support/servers/quick-starts'
import { createScratchDatabase, type ScratchDatabase } from '@/test/support/database/postgres'
import type { ServerOptions } from '@/test/support/servers/server-process'

/** The kinds of database available in this run. */
export const databaseKinds = (process.env['TEST_POSTGRES_URL'] ?? '') === '' ? ['sqlite'] : ['sqlite', 'postgresql']

type Row = Record<string, unknown>

/** A server’s storage, for tests that restart the server or look into its database. */
export interface ScratchPlace {
  dataDir: string
  options: ServerOptions
  /** Runs a query on the database over a separate connection and returns its rows. */
  rows(sql: string): Promise<Row[]>
  /** Runs a statement that changes something. */
  change(sql: string): Promise<void>
  remove(): Promise<void>
}

/** Creates a folder and an empty database, which the server migrates on its first start. */
export async function newEmptyPlace(kind: string): Promise<ScratchPlace> {
  const dataDir = newFolder()
  return kind === 'sqlite' ? sqlitePlace(dataDir) : postgresPlace(dataDir, await createScratchDatabase())
}

/** Creates a folder and a migrated, empty database. */
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
  // A program that was just stopped may still write its last file.
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

function sqlitePlace(dataDir: string): ScratchPlace {
  const rows = async (sql: string) => sqliteRows(dataDir, sql)
  const change = async (sql: string) => {
    const database = new Database(path.join(dataDir, 'latchkey.db'))
    try {
      database.prepare(sql).run()
    } finally {
      database.close()
    }
  }
  return { dataDir, options: { dataDir }, rows, change, remove: async () => removeFolder(dataDir) }
}

function postgresPlace(dataDir: string, database: ScratchDatabase): ScratchPlace {
  return {
    dataDir,
    options: { dataDir, databaseUrl: database.url },
    rows: (sql) => postgresRows(database.url, sql),
    change: async (sql) => {
      await postgresRows(database.url, sql)
    },
    remove: async () => {
      removeFolder(dataDir)
      await database.drop()
    },
  }
}

/** Runs a query on a server’s SQLite database and returns its rows. */
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
