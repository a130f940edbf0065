import Database from 'better-sqlite3'
import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { beforeEach, inject } from 'vitest'
import { singleton, singletons } from '@/lib/base/singleton'
import '@/test/support/database/database-template'
import { copyDatabase } from '@/test/support/database/postgres'
import { readSettings } from '@/test/support/with-settings'

const template = inject('databaseTemplate')
const worker = process.env['VITEST_POOL_ID'] ?? '1'
const dataDir = path.join(template.scratch, `worker-${worker}`)

// All files that a worker runs share its database and its modules.
const database = await singleton('worker-database', copyTemplate)
process.env['DATA_DIR'] = dataDir
process.env['DATABASE_URL'] = database.url
readSettings()

beforeEach(async () => {
  await database.empty()
})

async function copyTemplate() {
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir)
  return process.env['DATABASE_KIND'] === 'sqlite' ? copySqlite() : copyPostgres()
}

function copySqlite() {
  const file = path.join(dataDir, 'latchkey.db')
  copyFileSync(template.url.replace(/^file:/, ''), file)
  const connection = new Database(file)
  const tables = connection
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '_prisma*' AND name NOT GLOB 'sqlite*'`,
    )
    .pluck()
    .all() as string[]
  const deletes = tables.map((table) => `DELETE FROM "${table}";`).join('')
  return {
    url: `file:${file}`,
    empty: () => {
      connection.exec(`PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE; ${deletes} COMMIT`)
      forgetLimits()
    },
  }
}

/** Clears the rate limits of the previous test. SQLite keeps them in memory, PostgreSQL in the table `rate_limit`. */
function forgetLimits(): void {
  for (const name of singletons.keys()) {
    if (name.startsWith('limiter.')) singletons.delete(name)
  }
}

async function copyPostgres() {
  const url = await copyDatabase(template.url, worker)
  const options = '-c lock_timeout=60s -c synchronous_commit=off'
  const client = new pg.Client({ connectionString: url, options, application_name: 'tests' })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`,
  )
  // A single statement checks foreign keys only after all rows are gone. TRUNCATE takes ten times as long.
  const deletes = rows.map(({ name }, index) => `step_${index} AS (DELETE FROM ${name})`)
  return {
    url,
    empty: () => client.query(`WITH ${deletes.join(', ')} SELECT 1`),
  }
}
