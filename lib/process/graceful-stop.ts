import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/log'
import { markStopping } from '@/lib/service/readiness'

// A load balancer notices «not ready» within this time and sends nothing more.
const ACCEPT_MS = 5000
const HARD_END_MS = 25_000
const SWEEP_MS = 100

/**
 * Ends the process well: on SIGTERM it says «not ready» at once, serves on for 5 s, lets
 * requests in flight finish, and ends at 25 s whatever happens. SIGINT, from a terminal, does
 * not wait for a load balancer; a second one ends at once.
 */
export function stopGracefully(server: Server, closeRest: () => Promise<void>): void {
  const idle = trackIdleSockets(server)
  const stop = async (signal: NodeJS.Signals) => {
    log().info({ signal }, 'stopping')
    markStopping()
    setTimeout(() => process.exit(1), HARD_END_MS).unref()
    if (signal === 'SIGTERM') await sleep(ACCEPT_MS)
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    const sweep = setInterval(() => idle.forEach((socket) => socket.destroy()), SWEEP_MS)
    await closed
    clearInterval(sweep)
    await closeRest()
    log().info('stopped')
    process.exit(0)
  }
  let isStopping = false
  const onSignal = (signal: NodeJS.Signals) => {
    if (isStopping && signal === 'SIGINT') process.exit(130)
    if (!isStopping) void stop(signal)
    isStopping = true
  }
  process.on('SIGTERM', onSignal)
  process.on('SIGINT', onSignal)
}

/** The sockets on which no request is in flight: also those that never sent one, which `close()` waits for. */
function trackIdleSockets(server: Server): Set<Socket> {
  const idle = new Set<Socket>()
  server.on('connection', (socket) => {
    idle.add(socket)
    socket.once('close', () => idle.delete(socket))
  })
  server.on('request', ({ socket }, response) => {
    idle.delete(socket)
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket)
    })
  })
  return idle
}
