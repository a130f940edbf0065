import Database from 'better-sqlite3'
import type { DiffTarget, MigrationList, SchemaFilter } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { migrationAdapterFactory } from '@/lib/db/migrations/migration-adapter'
import {
  databaseKindOf,
  migrationNames,
  migrationsFolder,
  type DatabaseKind,
} from '@/lib/db/migrations/migration-files'
import { inTurnOnPostgres, inTurnOnSqlite } from '@/lib/db/migrations/migration-turn'
import { withSchemaEngine } from '@/lib/db/migrations/schema-engine'
import { schemaFor } from '@/prisma/schema-for.mjs'

const LOCKED_ATTEMPTS_MAX = 40
const LOCKED_PAUSE_MS = 1000

/** Tells the schema engine that every table is ours. */
export const NO_FILTER: SchemaFilter = { externalTables: [], externalEnums: [] }

/**
 * Migrates the database at `url` to the newest schema and returns the names of the migrations that it applied.
 * Several processes may do so at once. On SQLite, no process may have the file open while a migration is pending,
 * so this runs before the client opens it.
 */
export async function migrate(url: string): Promise<string[]> {
  const kind = databaseKindOf(url)
  if (kind === 'sqlite') mkdirSync(path.dirname(url.replace(/^file:/, '')), { recursive: true, mode: 0o700 })
  if (kind === 'sqlite') return inTurnOnSqlite(url, () => applyPending(url, kind))
  return (await pendingMigrations(url)).length === 0 ? [] : inTurnOnPostgres(url, () => applyPending(url, kind))
}

async function applyPending(url: string, kind: DatabaseKind): Promise<string[]> {
  const pending = await pendingMigrations(url)
  if (pending.length === 0) return []
  const apply = () =>
    withSchemaEngine(migrationAdapterFactory(url), schemaFor(kind), (engine) =>
      engine.applyMigrations({ migrationsList: migrationList(kind), filters: NO_FILTER }),
    )
  await (kind === 'sqlite' ? apply() : unlessLocked(url, apply))
  return pending
}

/**
 * Applies the migrations on PostgreSQL, and retries while a table is locked. A change that waits for a table makes
 * every other session wait behind it, so it does not wait long (`lib/db/migrations/migration-adapter.ts`). Each
 * file is one transaction: a failure leaves only a record of itself. That record would keep the next start from
 * trying again, so this clears it.
 */
async function unlessLocked(url: string, apply: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await apply()
      return
    } catch (error) {
      if (/permission denied/.test((error as Error).message)) throw mayNotMigrate(error)
      await onPostgres(url, (client) => client.query(FORGET_FAILED))
      if (attempt === LOCKED_ATTEMPTS_MAX || !/lock timeout/.test((error as Error).message)) throw error
    }
    await sleep(LOCKED_PAUSE_MS)
  }
}

function mayNotMigrate(cause: unknown): Error {
  return new Error('the role of DATABASE_URL cannot change the schema: set MIGRATE_DATABASE_URL to a role that can', {
    cause,
  })
}

/** Returns the names of the migrations that the database at `url` still lacks. */
export async function pendingMigrations(url: string): Promise<string[]> {
  const applied = new Set(await appliedMigrations(url))
  return migrationNames(databaseKindOf(url)).filter((name) => !applied.has(name))
}

/** Returns the SQL that would bring the migrations for the kind of `url` to `schema.prisma`; empty if they agree. */
export async function unmigratedSql(url: string): Promise<string> {
  return sqlToSchema(url, { tag: 'migrations', ...migrationList(databaseKindOf(url)) })
}

/** Returns the SQL that would bring the database at `url` itself to `schema.prisma`; empty if they agree. */
export async function schemaDrift(url: string): Promise<string> {
  return sqlToSchema(url, { tag: 'schemaDatasource', files: [schemaFile(url)], configDir: '.' })
}

async function sqlToSchema(url: string, from: DiffTarget): Promise<string> {
  const { exitCode, stdout } = await withSchemaEngine(migrationAdapterFactory(url), schemaFile(url).content, (engine) =>
    engine.diff({
      from,
      to: { tag: 'schemaDatamodel', files: [schemaFile(url)] },
      script: true,
      exitCode: true,
      filters: NO_FILTER,
    }),
  )
  return exitCode === 0 ? '' : (stdout ?? '')
}

function schemaFile(url: string) {
  return { path: 'schema.prisma', content: schemaFor(databaseKindOf(url)) }
}

function migrationList(kind: DatabaseKind): MigrationList {
  const baseDir = migrationsFolder(kind)
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${kind}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: migrationNames(kind).map((name) => {
      const value = readFileSync(path.join(baseDir, name, 'migration.sql'), 'utf8')
      return { path: name, migrationFile: { path: 'migration.sql', content: { tag: 'ok', value } } }
    }),
  }
}

const FORGET_FAILED =
  'UPDATE _prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL AND rolled_back_at IS NULL'
const APPLIED = 'SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL'

/** Returns the names of the migrations that were applied to the database at `url`; none if there is no database yet. */
export async function appliedMigrations(url: string): Promise<string[]> {
  return databaseKindOf(url) === 'sqlite' ? appliedOnSqlite(url) : appliedOnPostgres(url)
}

function appliedOnSqlite(url: string): string[] {
  const file = url.replace(/^file:/, '')
  if (!existsSync(file)) return []
  const connection = new Database(file)
  try {
    const table = connection.prepare("SELECT 1 FROM sqlite_master WHERE name = '_prisma_migrations'").get()
    return table === undefined ? [] : (connection.prepare(APPLIED).pluck().all() as string[])
  } finally {
    connection.close()
  }
}

async function appliedOnPostgres(url: string): Promise<string[]> {
  return onPostgres(url, async (client) => {
    const { rows } = await client.query<{ name: string | null }>("SELECT to_regclass('_prisma_migrations') AS name")
    if (rows[0]?.name === null) return []
    const applied = await client.query<{ migration_name: string }>(APPLIED)
    return applied.rows.map((row) => row.migration_name)
  })
}

async function onPostgres<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 10_000 })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
