import type pg from 'pg'
import { connect, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'

// With a look in between, an outage is an answer within 2 s.
const SILENT_MS = 600
const ANSWER_WITHIN_MS = 1100
const LOOK_EVERY_MS = 100

/** Asks whether the server speaks TLS. PostgreSQL answers with one byte, before it knows who asks. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])

/**
 * Ends the connections of `pool` in use once the database says nothing any more, so that every
 * request that waits for it fails. During a slow statement, or a wait for a lock, it is silent
 * too: so it is asked something else first, and nothing ends while it answers that.
 */
export function endSilentConnections(pool: pg.Pool): void {
  /** The connections in use, each with the bytes that have come on it. */
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

/** What a pool of pg hands out is a whole client, whatever its type says. */
const asClient = (client: pg.PoolClient) => client as unknown as pg.Client
const socketOf = (client: pg.Client) => client.connection.stream as Socket

/** Whether the server that `client` is connected to says anything on a connection of its own. */
async function isAnswering({ host, port }: { host: string; port: number }): Promise<boolean> {
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  const answered = new Promise<boolean>((resolve) => {
    socket.once('data', () => resolve(true))
    socket.on('error', () => resolve(false)).once('close', () => resolve(false))
    // An answer may lie there unread, when this process itself was busy for so long.
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
