import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsFolder, type DatabaseKind } from '@/lib/db/migrations/migration-files'
import { sqlBetween } from '@/lib/db/migrations/sql-between'
import { schemaFor } from '@/prisma/schema-for.mjs'

// Writes the next migration of both kinds from what changed in schema.prisma since the last
// one. `prisma/migrations/schema.prisma` is the data model as it was then, so that neither
// database is needed.
const SNAPSHOT = path.resolve('prisma/migrations/schema.prisma')
const SOURCE = path.resolve('prisma/schema.prisma')
const KINDS = ['sqlite', 'postgresql'] as const

const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
  process.stderr.write('Give a name of lower-case words: npm run db:new -- add_token_usage\n')
  process.exit(2)
}
const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
// With no snapshot yet: a data model without models.
const before = existsSync(SNAPSHOT) ? readFileSync(SNAPSHOT, 'utf8') : 'datasource db {\n  provider = "postgresql"\n}\n'
for (const kind of KINDS) await writeMigration(kind)
writeFileSync(SNAPSHOT, readFileSync(SOURCE))
process.exit(0)

async function writeMigration(kind: DatabaseKind): Promise<void> {
  const previous = before.replace('provider = "postgresql"', `provider = "${kind}"`)
  const sql = await sqlBetween(kind, previous, schemaFor(kind))
  if (sql === '') {
    process.stdout.write(`${kind}: nothing to do\n`)
    return
  }
  const folder = path.join(migrationsFolder(kind), `${stamp}_${name}`)
  mkdirSync(folder, { recursive: true })
  // PostgreSQL can undo a script that fails half-way; SQLite cannot where it rebuilds tables.
  writeFileSync(path.join(folder, 'migration.sql'), kind === 'postgresql' ? `BEGIN;\n\n${sql}\nCOMMIT;\n` : sql)
  process.stdout.write(`${kind}: ${path.relative('.', folder)}/migration.sql\n`)
}
