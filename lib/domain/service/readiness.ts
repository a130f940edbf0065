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

/** From now on the process says that it is not ready. */
export function markStopping(): void {
  state().isStopping = true
}

/**
 * Whether the process can serve: not stopping, the database answers, has this version's schema
 * and can be written. However many ask, the database is asked once a second at most.
 * @returns the database's clock minus ours, in milliseconds (0 on SQLite)
 * @throws AppError not_ready
 */
export async function checkReadiness(): Promise<number> {
  const readiness = state()
  if (readiness.isStopping) throw notReady()
  const at = now().getTime()
  if (readiness.check === null || at - readiness.checkedAt >= CACHED_MS) {
    readiness.checkedAt = at
    readiness.check = askDatabase()
    // Whoever awaits it hears of the error; nobody may await it.
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
  // A newer version may have migrated already; this one serves on beside it.
  const applied = new Set(rows.map((row) => row.migration_name))
  if (!migrationNames(databaseKind).every((name) => applied.has(name))) throw new Error('The schema is older')
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
