import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsFolder, type DatabaseKind } from '@/lib/db/migrations/migration-files'
import { sqlBetween } from '@/lib/db/migrations/sql-between'
import { schemaFor } from '@/prisma/schema-for.mjs'
import { splitConcurrentIndexes } from '@/scripts/split-concurrent-indexes.mjs'

// Writes the next migration for both databases from what changed in schema.prisma since the last one.
// `prisma/migrations/schema.prisma` holds the data model of that time, so it needs no database.
const SNAPSHOT = path.resolve('prisma/migrations/schema.prisma')
const SOURCE = path.resolve('prisma/schema.prisma')
const KINDS = ['sqlite', 'postgresql'] as const

const RULE = `
A migration must not interrupt token verification (docs/adr/0055-migrations-that-do-not-stop-the-gate.md):
  1. Expand: add tables, nullable columns or columns with a constant default. The previous version keeps working.
  2. Backfill: fill the rows in batches while the server runs (lib/process/backfill/backfills.ts).
  3. Contract: drop the old columns and tables in a later release, when no version uses them any more.
Review both files, then run: node scripts/check-migrations.mjs
`

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
  process.stderr.write('Name the migration in lowercase words: npm run db:new -- add_token_usage\n')
  process.exit(2)
}
const now = Date.now()
// With no snapshot yet: a data model without models.
const before = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : 'datasource db {\n  provider = "postgresql"\n}\n'
const written = [...(await writeMigrations(KINDS[0])), ...(await writeMigrations(KINDS[1]))]
writeFileSync(SNAPSHOT, readFileSync(SOURCE))
if (written.length > 0) process.stdout.write(RULE)
process.exit(0)

/** Writes what `kind` needs, and returns the folders. */
async function writeMigrations(kind: DatabaseKind): Promise<string[]> {
  const previous = before.replace('provider = "postgresql"', `provider = "${kind}"`)
  const sql = await sqlBetween(kind, previous, schemaFor(kind))
  if (sql === '') {
    process.stdout.write(`${kind}: nothing to do\n`)
    return []
  }
  if (kind === 'sqlite') return [write(kind, name, sql)]
  const { transactional, concurrent } = splitConcurrentIndexes(sql)
  return [
    // PostgreSQL can undo a script that fails half-way; SQLite cannot where it rebuilds tables.
    ...(transactional === '' ? [] : [write(kind, name, `BEGIN;\n\n${transactional}\nCOMMIT;\n`)]),
    ...(concurrent === '' ? [] : [write(kind, `${name}_indexes`, concurrent, 1)]),
  ]
}

function write(kind: DatabaseKind, title: string, sql: string, secondsLater = 0): string {
  const stamp = new Date(now + secondsLater * 1000).toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = path.join(migrationsFolder(kind), `${stamp}_${title}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, 'migration.sql'), sql)
  process.stdout.write(`${kind}: ${path.relative('.', folder)}/migration.sql\n`)
  return folder
}
