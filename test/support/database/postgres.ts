import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { PATIENCE_MS } from '@/test/support/wait-until'

/** A temporary database on the server that TEST_POSTGRES_URL names. */
export interface ScratchDatabase {
  url: string
  /** Drops the database and every copy whose name starts with its name, even while clients are connected. */
  drop(): Promise<void>
}

/** Creates a database under a new name: empty, or a copy of the one at `from`, which must have no connections. */
export async function createScratchDatabase(from?: string): Promise<ScratchDatabase> {
  const name = `latchkey_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`
  const template = from === undefined ? `template0 ENCODING 'UTF8'` : databaseOf(from)
  await onPostgres((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`))
  return { url: urlOf(name), drop: () => dropByPrefix(name) }
}

/** Replaces the worker’s copy of the database at `url` with a fresh one and returns its URL. */
export async function copyDatabase(url: string, worker: string): Promise<string> {
  const template = databaseOf(url)
  const copy = `${template}_${worker}`
  await onPostgres(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${copy} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${copy} TEMPLATE ${template}`)
  })
  return urlOf(copy)
}

async function dropByPrefix(prefix: string): Promise<void> {
  await onPostgres(async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
      [prefix],
    )
    for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}

async function onPostgres<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl(), connectionTimeoutMillis: PATIENCE_MS })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseOf(url: string): string {
  return new URL(url).pathname.slice(1)
}

function urlOf(database: string): string {
  const url = new URL(serverUrl())
  url.pathname = `/${database}`
  return url.href
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'] ?? ''
  if (url === '') throw new Error('TEST_POSTGRES_URL names no PostgreSQL server; `npm test` starts one')
  return url
}
