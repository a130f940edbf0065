import { existsSync, statSync } from 'node:fs'
import { now } from '@/lib/base/clock'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { appliedMigrations } from '@/lib/db/migrations/migrations'
import { requirePostgres } from '@/lib/db/require-postgres'
import { sqliteFileOf } from '@/lib/db/sqlite-file'
import { reading } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { bad, findingOf, good, notable, type Finding } from '@/lib/domain/service/finding'

const SKEW_NOTABLE_MS = 2000
const SKEW_BAD_MS = 30_000

/** Examines the configured database without changing it. Calls `tell` before a step that may take long. */
export async function examineDatabase(tell: (step: string) => void): Promise<Finding[]> {
  const { databaseKind, databaseUrl } = settings()
  const isSqlite = databaseKind === 'sqlite'
  const file = sqliteFileOf(databaseUrl)
  if (isSqlite && !existsSync(file)) {
    return [{ check: 'database', ...bad(`${file} does not exist yet; the first start creates it`) }]
  }
  let applied: string[]
  try {
    await requirePostgres(databaseUrl, 'DATABASE_URL')
    applied = await appliedMigrations(databaseUrl)
  } catch (cause) {
    return [await findingOf('database', () => Promise.reject(new Error((cause as Error).message, { cause })))]
  }
  return [
    await findingOf('database', isSqlite ? () => examineFile(tell) : examineServer),
    { check: 'migrations', ...judgeSchema(applied) },
    await findingOf('clock', isSqlite ? async () => good('the database is a file on this machine') : examineClock),
    ...(isSqlite ? [] : [await findingOf('role', examineRole)]),
  ]
}

function judgeSchema(applied: readonly string[]) {
  const known = migrationNames(settings().databaseKind)
  const pending = known.filter((name) => !applied.includes(name))
  const newer = applied.filter((name) => !known.includes(name))
  if (pending.length > 0) {
    return bad(`pending; start the server or run npm run db:migrate to apply: ${pending.join(', ')}`)
  }
  if (newer.length > 0) return notable(`the database is from a newer version: ${newer.join(', ')}`)
  return good(`all ${known.length} applied`)
}

async function examineFile(tell: (step: string) => void) {
  const file = sqliteFileOf(settings().databaseUrl)
  tell(`checking ${file}, ${(statSync(file).size / 1e6).toFixed(1)} MB`)
  const rows = await reading((db) => db.$queryRaw<{ quick_check: string }[]>`PRAGMA quick_check(1)`)
  const verdict = rows[0]?.quick_check ?? 'no response'
  return verdict === 'ok' ? good(`${file} is intact`) : bad(`${file} is damaged: ${verdict}`)
}

async function examineServer() {
  const [server] = await reading(
    (db) => db.$queryRaw<{ version: string; fsync: string; commit: string; standby: boolean }[]>`
      SELECT current_setting('server_version') AS version, current_setting('fsync') AS fsync,
        current_setting('synchronous_commit') AS commit, pg_is_in_recovery() AS standby`,
  )
  if (server === undefined) return bad('no response')
  const name = `PostgreSQL ${server.version}`
  if (server.standby) return bad(`${name} is a standby, which is read-only`)
  if (server.fsync !== 'on') return notable(`${name} runs with fsync=off: a power failure can corrupt the database`)
  if (server.commit === 'off') {
    return notable(`${name} runs with synchronous_commit=off: a crash can lose acknowledged changes`)
  }
  return good(name)
}

async function examineClock() {
  const asked = now().getTime()
  const [clock] = await reading((db) => db.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`)
  const answered = now().getTime()
  const skewMs = Math.round((clock?.at.getTime() ?? 0) - (asked + answered) / 2)
  const detail = `the database clock differs from this machine by ${skewMs} ms`
  if (Math.abs(skewMs) > SKEW_BAD_MS) return bad(detail)
  return Math.abs(skewMs) > SKEW_NOTABLE_MS ? notable(detail) : good(detail)
}

/** Reports privileges of the running role that the server never uses. */
async function examineRole() {
  const [role] = await reading(
    (db) => db.$queryRaw<{ name: string; powerful: boolean; ddl: boolean; audit: boolean }[]>`
      SELECT current_user::text AS name, (rolsuper OR rolcreatedb OR rolcreaterole) AS powerful,
        has_schema_privilege(current_schema(), 'CREATE') AS ddl,
        has_table_privilege('audit_event', 'UPDATE, DELETE') AS audit
      FROM pg_roles WHERE rolname = current_user`,
  )
  if (role === undefined) return bad('no response')
  const rights = [
    ...(role.powerful ? ['create databases or roles'] : []),
    ...(role.ddl ? ['change the schema'] : []),
    ...(role.audit ? ['change the audit log'] : []),
  ]
  if (rights.length === 0) return good(`${role.name} can read and write rows, nothing more`)
  return notable(`${role.name} can ${rights.join(', ')}, which the server does not need`)
}
