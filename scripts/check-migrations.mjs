// Rejects migrations that would rewrite a table, keep its lock, or break the version before (docs/adr/0055).
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** Migrations that are older than the rule. */
const FIRST_CHECKED = '20261129'
const FOLDER = 'prisma/migrations'
/** Not about locks: Prisma chooses the types, and each migration runs with a lock timeout on its connection. */
const NOT_USED = ['prefer-bigint-over-int', 'prefer-timestamp-tz', 'require-lock-timeout', 'require-statement-timeout']

/** @typedef {{ pattern: RegExp, why: string }} Rule */

/** @type {readonly Rule[]} */
const FOR_BOTH = [{ pattern: /^(?:UPDATE|DELETE|INSERT)\b/i, why: 'change rows in batches, by a backfill' }]

/** What squawk knows of PostgreSQL, for SQLite. @type {readonly Rule[]} */
const FOR_SQLITE = [
  { pattern: /^CREATE TABLE "new_/i, why: 'rebuilding a table copies every row' },
  { pattern: /^ALTER TABLE .* DROP COLUMN/is, why: 'dropping a column rewrites every row' },
  { pattern: /^ALTER TABLE .* RENAME/is, why: 'the previous version still uses the old name' },
  { pattern: /^DROP TABLE/i, why: 'the previous version may still use the table' },
]

/**
 * What is wrong with a migration, as `line: why`. A comment `-- allowed: reason` above a statement exempts it.
 * @param {string} sql
 * @param {'sqlite' | 'postgresql'} kind
 * @returns {string[]}
 */
export function migrationProblems(sql, kind) {
  const rules = kind === 'sqlite' ? [...FOR_BOTH, ...FOR_SQLITE] : FOR_BOTH
  let line = 1
  return sql.split(';').flatMap((part) => {
    const isAllowed = /^-- allowed: \S/m.test(part)
    const statement = part.replace(/^\s*(?:--.*\n\s*)*/, '')
    const startsAt = line + part.slice(0, part.length - statement.length).split('\n').length - 1
    line += part.split('\n').length - 1
    const broken = isAllowed ? [] : rules.filter(({ pattern }) => pattern.test(statement))
    return broken.map(({ why }) => `${startsAt}: ${why}`)
  })
}

/**
 * Everything that is wrong with the migrations in `folder`.
 * @param {string} folder
 * @returns {string[]}
 */
export function migrationFolderProblems(folder) {
  const problems = /** @type {const} */ (['sqlite', 'postgresql']).flatMap((kind) =>
    checkedFiles(folder, kind).flatMap((file) =>
      migrationProblems(readFileSync(file, 'utf8'), kind).map((problem) => `${file}:${problem}`),
    ),
  )
  return [...problems, ...squawkProblems(checkedFiles(folder, 'postgresql'))]
}

/** @param {string} folder @param {string} kind */
function checkedFiles(folder, kind) {
  return readdirSync(path.join(folder, kind))
    .filter((name) => name >= FIRST_CHECKED)
    .map((name) => path.join(folder, kind, name, 'migration.sql'))
}

/** What https://squawkhq.com finds. @param {string[]} files @returns {string[]} */
function squawkProblems(files) {
  if (files.length === 0) return []
  const excluded = NOT_USED.map((rule) => `--exclude=${rule}`)
  const args = ['--reporter', 'gcc', '--pg-version', '14', ...excluded, ...files]
  const { status, stdout, stderr, error } = spawnSync('node_modules/.bin/squawk', args, { encoding: 'utf8' })
  if (status === 0) return []
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.length > 0 ? lines : [`squawk failed: ${error?.message ?? stderr}`]
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..'))
  const problems = migrationFolderProblems(FOLDER)
  for (const problem of problems) console.error(problem)
  process.exitCode = problems.length > 0 ? 1 : 0
}
