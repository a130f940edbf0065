import pg from 'pg'
import { endSilentConnections } from '@/lib/db/end-silent-connections'

// pg waits forever by default. With these limits and the closing of silent connections, an outage becomes an error
// within 2.5 s: a request waits for only one of them, because it queries nothing after a failure.
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
 * Creates a PostgreSQL pool whose every wait is bounded and whose sessions use UTC: the adapter takes timestamps
 * for UTC whatever the server's time zone. `limits` replaces default bounds, `sessionOptions` adds session settings
 * in the form of the postgres command line.
 */
export function postgresPool(
  url: string,
  onIdleError: (error: Error) => void,
  { sessionOptions = '', ...limits }: Limits & { sessionOptions?: string } = {},
): pg.Pool {
  const options = `-c TimeZone=UTC ${sessionOptions}`.trim()
  const pool = new pg.Pool({ connectionString: url, options, ...LIMITS, ...limits })
  // Without a listener, the loss of an idle connection would end the process.
  pool.on('error', onIdleError)
  pool.on('connect', endWhenLate)
  // The same holds for a connection in use. Its failing statement reports the loss to the caller.
  pool.on('connect', (client) => client.on('error', () => undefined))
  endSilentConnections(pool)
  return pool
}

/**
 * Closes a connection whose statement was not answered in time. pg would keep it, send the ROLLBACK that follows,
 * and wait just as long for its answer.
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
