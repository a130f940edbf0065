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

type Limits = { -readonly [K in keyof typeof LIMITS]?: (typeof LIMITS)[K] extends number ? number : boolean }

/**
 * A pool on PostgreSQL whose every wait is bounded, in sessions that speak UTC: the adapter
 * takes timestamps for UTC whatever the server's zone. `limits` are other bounds,
 * `sessionOptions` more settings of each session, as on the command line of postgres.
 */
export function postgresPool(
  url: string,
  onIdleError: (error: Error) => void,
  { sessionOptions = '', ...limits }: Limits & { sessionOptions?: string } = {},
): pg.Pool {
  const options = `-c TimeZone=UTC ${sessionOptions}`.trim()
  const pool = new pg.Pool({ connectionString: url, options, ...LIMITS, ...limits })
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', onIdleError)
  return pool
}
