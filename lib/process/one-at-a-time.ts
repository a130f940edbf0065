import type { RequestListener } from 'node:http'
import type { Socket } from 'node:net'

/** How many requests of a connection wait before the server stops reading from it. */
const QUEUED_MAX = 16

/**
 * Passes on the requests of each connection one at a time: a pipelined request waits until the previous response is
 * sent. Node.js passes them all on at once and does not notify those still waiting when the connection ends:
 * whatever they opened, such as a file, would stay open.
 */
export function oneAtATime(listener: RequestListener): RequestListener {
  const queued = new WeakMap<Socket, number>()
  const note = (socket: Socket, change: 1 | -1) => {
    const before = queued.get(socket) ?? 0
    const count = before + change
    queued.set(socket, count)
    if (change === 1 && count === QUEUED_MAX) socket.pause()
    if (change === -1 && before === QUEUED_MAX) socket.resume()
  }
  return (request, response) => {
    if (response.socket !== null) return listener(request, response)
    const { socket } = request
    note(socket, 1)
    response.once('socket', () => {
      note(socket, -1)
      listener(request, response)
    })
  }
}
