import Database from 'better-sqlite3'
import pg from 'pg'

const TURN_WITHIN_MS = 30_000
/** A number of our own among the advisory locks of a database. */
const TURN_LOCK = 4_277_303_991

/**
 * On SQLite processes that migrate at once fail each other: each holds what the other waits
 * for. They take turns by a lock of their own, which ends with its process.
 */
export async function inTurnOnSqlite<T>(url: string, work: () => Promise<T>): Promise<T> {
  const turn = new Database(`${url.replace(/^file:/, '')}-migrating`, { timeout: TURN_WITHIN_MS })
  try {
    turn.exec('BEGIN EXCLUSIVE')
    return await work()
  } finally {
    turn.close()
  }
}

/**
 * On PostgreSQL they take turns by an advisory lock of the database, which ends with its
 * connection. The engine has one of its own, and gives up when another has it for long; here
 * whoever comes late finds nothing left to do.
 */
export async function inTurnOnPostgres<T>(url: string, work: () => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, lock_timeout: TURN_WITHIN_MS })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [TURN_LOCK])
    return await work()
  } finally {
    await client.end()
  }
}
