import type { IncomingMessage, Server } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { openSockets } from '@/lib/process/open-sockets'
import { log } from '@/lib/base/log'
import { markStopping } from '@/lib/domain/service/readiness'

// A load balancer notices “not ready” within this time and then sends no more requests.
const ACCEPT_MS = 5000
// After that, a client has this long to send the rest of a request that it has begun.
const BODY_MS = 5000
const HARD_END_MS = 24_000
const SWEEP_MS = 100

/**
 * Stops the process gracefully. On SIGTERM it reports “not ready” immediately, serves requests for 5 s more, lets
 * requests in flight finish, and exits within 25 s in any case. SIGINT, from a terminal, does not wait for a load
 * balancer; a second one exits immediately.
 */
export function stopGracefully(server: Server, closeRest: () => Promise<void>): void {
  const sockets = openSockets(server)
  let isStopping = false
  // Tells clients with a kept-alive connection that the next request needs another one.
  server.on('request', (_: IncomingMessage, response) => {
    if (isStopping) response.shouldKeepAlive = false
  })

  const stop = async (signal: NodeJS.Signals) => {
    log().info({ signal }, 'stopping')
    markStopping()
    setTimeout(() => process.exit(1), HARD_END_MS).unref()
    if (signal === 'SIGTERM') await sleep(ACCEPT_MS)
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const sweep = setInterval(() => sockets.destroyIdle(), SWEEP_MS)
    const patience = setTimeout(() => sockets.destroyUnfinished(), BODY_MS)
    await closed
    clearInterval(sweep)
    clearTimeout(patience)
    await closeRest()
    log().info('stopped')
    process.exit(0)
  }
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping && signal === 'SIGINT') process.exit(130)
    if (!isStopping) void stop(signal)
    isStopping = true
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}
