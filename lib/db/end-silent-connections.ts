import type pg from 'pg'
import { connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'

// Together with the interval between checks, these turn an outage into an error within 2 s.
const SILENT_MS = 600
const ANSWER_WITHIN_MS = 1100
const LOOK_EVERY_MS = 100

/** Asks whether the server supports TLS. PostgreSQL answers with one byte, before any authentication. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/**
 * Closes the connections of `pool` in use when the database falls silent, so that every waiting request fails. The
 * database is also silent during a slow statement or a wait for a lock. So this first asks it something else on a
 * separate connection, and closes nothing while the database answers that.
 */
export function endSilentConnections(pool: pg.Pool): void {
  /** The connections in use, each with the number of bytes received on it. */
  const received = new Map<pg.Client, number>()
  let heardAt = 0
  let isAsking = false

  pool.on('acquire', (client) => {
    if (received.size === 0) heardAt = performance.now()
    received.set(asClient(client), socketOf(asClient(client)).bytesRead)
  })
  pool.on('release', (_error, client) => received.delete(asClient(client)))

  const listen = () => {
    for (const [client, before] of received) {
      const { bytesRead } = socketOf(client)
      if (bytesRead === before) continue
      heardAt = performance.now()
      received.set(client, bytesRead)
    }
  }
  const look = async () => {
    listen()
    const askedAt = performance.now()
    const [client] = received.keys()
    if (client === undefined || isAsking || askedAt - heardAt < SILENT_MS) return
    isAsking = true
    const answers = await isAnswering(client)
    isAsking = false
    listen()
    if (answers) heardAt = performance.now()
    else if (heardAt < askedAt) for (const silent of received.keys()) socketOf(silent).destroy()
  }
  const timer = setInterval(() => {
    if (pool.ended) clearInterval(timer)
    else void look()
  }, LOOK_EVERY_MS)
  timer.unref()
}

/** A pg pool hands out whole clients, whatever their type says. */
const asClient = (client: pg.PoolClient) => client as unknown as pg.Client
const socketOf = (client: pg.Client) => client.connection.stream as Socket

/** Whether the server of `client` sends anything on a separate connection. */
async function isAnswering({ host, port }: { host: string; port: number }): Promise<boolean> {
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  const answered = new Promise<boolean>((resolve) => {
    socket.once('data', () => resolve(true))
    socket.on('error', () => resolve(false)).once('close', () => resolve(false))
    // If this process itself was busy that long, an answer may be waiting unread.
    setTimeout(
      () =>
        void turn()
          .then(turn)
          .then(() => resolve(false)),
      ANSWER_WITHIN_MS,
    ).unref()
  })
  socket.write(SSL_REQUEST)
  const isAlive = await answered
  socket.destroy()
  return isAlive
}
