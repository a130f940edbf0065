import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server, by the state of their requests. */
export interface OpenSockets {
  /** Destroys the connections without a request in flight, including those that never sent one. */
  destroyIdle(): void
  /** Destroys the connections with a request that has begun but not fully arrived. */
  destroyUnfinished(): void
}

/** Watches the connections of `server` from now on. */
export function openSockets(server: Server): OpenSockets {
  const inFlight = new Map<Socket, Set<IncomingMessage>>()
  server.on('connection', (socket: Socket) => {
    inFlight.set(socket, new Set())
    socket.once('close', () => inFlight.delete(socket))
  })
  server.on('request', (request: IncomingMessage, response) => {
    const requests = inFlight.get(request.socket)
    requests?.add(request)
    response.once('close', () => requests?.delete(request))
  })
  const destroyWhere = (isMeant: (requests: Set<IncomingMessage>) => boolean) => {
    for (const [socket, requests] of inFlight) if (isMeant(requests)) socket.destroy()
  }
  return {
    destroyIdle: () => destroyWhere((requests) => requests.size === 0),
    destroyUnfinished: () => destroyWhere((requests) => [...requests].some((request) => !request.complete)),
  }
}
