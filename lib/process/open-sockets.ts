import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

/** The connections of a server, by what is going on on them. */
export interface OpenSockets {
  /** Ends those on which no request is in flight, also those that never sent one. */
  destroyIdle(): void
  /** Ends those of which a request has begun and is still not there whole. */
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
