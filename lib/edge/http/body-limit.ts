import type { IncomingMessage } from 'node:http'
import { BODY_BYTES_MAX } from '@/lib/edge/http/read-body'
import { requestContext } from '@/lib/base/request-context'

const DRAIN_MS = 2000

/**
 * Calls `refuse` at once when a request announces a body over 64 KiB, or as soon as it has
 * sent more than that; nothing beyond is kept, and `isBodyRefused` tells whoever reads the
 * part before. True when it was refused already.
 */
export function limitBody(request: IncomingMessage, refuse: () => void): boolean {
  if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES_MAX) {
    refuse()
    drain(request)
    return true
  }
  let seen = 0
  const context = requestContext()
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    // The end itself goes through: an end made up before it would abort the connection.
    if (chunk === null) return push(null)
    seen += chunk.length
    if (seen <= BODY_BYTES_MAX) return push(chunk, encoding)
    if (!context.isBodyRefused) {
      // What came so far may be a whole document: it must not be taken for the body.
      context.isBodyRefused = true
      refuse()
      drain(request)
    }
    return true
  }
  return false
}

/** Reads on for a moment, so that the client gets to see the answer before the connection ends. */
export function drain(request: IncomingMessage): void {
  request.resume()
  const { socket } = request
  setTimeout(() => {
    if (!request.complete) socket.destroy()
  }, DRAIN_MS).unref()
}
