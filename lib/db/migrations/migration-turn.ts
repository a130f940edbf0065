import Database from 'better-sqlite3'
import pg from 'pg'

const TURN_WITHIN_MS = 30_000
/** Latchkey's number among the advisory locks of a database. */
const TURN_LOCK = 4_277_303_991

/**
 * Runs `work` while no other process migrates the SQLite database. Concurrent migrations fail each other, because
 * each holds what the other waits for. So processes take turns with a lock on a separate file, which ends with its
 * process.
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
 * Runs `work` while no other process migrates the PostgreSQL database. Processes take turns with an advisory lock,
 * which ends with its connection. The engine has its own lock but gives up when another process holds it for long;
 * here, a process that comes late finds nothing left to do.
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
