import pg from 'pg'

// pg waits for ever by default. With these an outage becomes an error within seconds.
const LIMITS = {
  max: 10,
  connectionTimeoutMillis: 2000,
  query_timeout: 5000,
  statement_timeout: 5000,
  lock_timeout: 2000,
  idle_in_transaction_session_timeout: 10_000,
  keepAlive: true,
} as const

/**
 * A pool on PostgreSQL whose every wait is bounded, in sessions that speak UTC: the adapter
 * takes timestamps for UTC whatever the server's zone.
 */
export function postgresPool(url: string, onIdleError: (error: Error) => void): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, options: '-c TimeZone=UTC', ...LIMITS })
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', onIdleError)
  return pool
}
