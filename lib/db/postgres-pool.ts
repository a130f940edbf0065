import pg from 'pg'
import { endSilentConnections } from '@/lib/db/end-silent-connections'

// pg waits for ever by default. With these, and the end of silent connections, an outage becomes an
// answer within 2.5 s: a request waits for one of them only, as nothing is asked after a failure.
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
  pool.on('connect', endWhenLate)
  // The same for one in use: whoever waits for it is told by the statement that fails.
  pool.on('connect', (client) => client.on('error', () => undefined))
  endSilentConnections(pool)
  return pool
}

/**
 * Ends a connection with the statement that was not answered in time. pg would keep it, send the
 * ROLLBACK that follows, and wait for that answer just as long.
 */
function endWhenLate(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...parts: unknown[]) => unknown
  client.query = ((...parts: unknown[]) => {
    const answer = query(...parts)
    if (answer instanceof Promise) {
      answer.catch((error: unknown) => {
        if ((error as Error).message === 'Query read timeout')
          (client as unknown as pg.Client).connection.stream.destroy()
      })
    }
    return answer
  }) as typeof client.query
}
