import { now } from '@/lib/base/clock'
import { migrationNames } from '@/lib/db/migrations/migration-files'
import { reading } from '@/lib/db/transaction'
import { AppError, RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import { settings } from '@/lib/base/env'
import { requireWritable } from '@/lib/domain/service/require-writable'
import { singleton } from '@/lib/base/singleton'

const CACHED_MS = 1000

interface Readiness {
  isStopping: boolean
  checkedAt: number
  check: Promise<number> | null
}

const state = () => singleton<Readiness>('readiness', () => ({ isStopping: false, checkedAt: 0, check: null }))

/** Makes the process report from now on that it is not ready. */
export function markStopping(): void {
  state().isStopping = true
}

/**
 * Checks that the process can serve: it is not stopping, and the database answers, has the schema of this version and
 * accepts writes. Queries the database at most once a second, however many callers ask.
 * @returns the database's clock minus the server's, in milliseconds (0 on SQLite)
 * @throws AppError not_ready
 */
export async function checkReadiness(): Promise<number> {
  const readiness = state()
  if (readiness.isStopping) throw notReady()
  const at = now().getTime()
  if (readiness.check === null || at - readiness.checkedAt >= CACHED_MS) {
    readiness.checkedAt = at
    readiness.check = askDatabase()
    // Callers that await it get the error; without one, the rejection must not crash the process.
    readiness.check.catch(() => undefined)
  }
  try {
    return await readiness.check
  } catch (cause) {
    throw notReady(cause)
  }
}

async function askDatabase(): Promise<number> {
  const rows = await reading(
    (db) => db.$queryRaw<{ migration_name: string }[]>`
      SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`,
  )
  await requireWritable()
  const { databaseKind } = settings()
  // A newer version may have migrated the database already; this one keeps serving beside it.
  const applied = new Set(rows.map((row) => row.migration_name))
  if (!migrationNames(databaseKind).every((name) => applied.has(name))) {
    throw new Error('The database schema is older than this version')
  }
  if (databaseKind === 'sqlite') return 0
  const [clock] = await reading(
    (db) => db.$queryRaw<{ now: Date; read_only: string }[]>`
      SELECT clock_timestamp() AS now, current_setting('transaction_read_only') AS read_only`,
  )
  if (clock?.read_only === 'on') throw new Error('The database is read-only')
  return clock === undefined ? 0 : clock.now.getTime() - now().getTime()
}

function notReady(cause?: unknown): AppError {
  return new AppError('not_ready', { cause, retryAfterSeconds: RETRY_AFTER_SECONDS })
}
