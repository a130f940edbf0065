import type { IncomingMessage } from 'node:http'
import { BODY_BYTES_MAX } from '@/lib/edge/http/read-body'
import { requestContext } from '@/lib/base/request-context'

const DRAIN_MS = 2000

/**
 * Calls `refuse` as soon as a request announces or sends a body over 64 KiB. Bytes beyond the limit are not kept, and
 * `isBodyRefused` warns the reader of the earlier part. Returns true if the request is already rejected.
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
    // The real end passes through. A made-up end before it would abort the connection.
    if (chunk === null) return push(null)
    seen += chunk.length
    if (seen <= BODY_BYTES_MAX) return push(chunk, encoding)
    if (!context.isBodyRefused) {
      // The part received so far may be a whole document. It must not be taken for the body.
      context.isBodyRefused = true
      refuse()
      drain(request)
    }
    return true
  }
  return false
}

/** Keeps reading for a moment, so that the client sees the answer before the connection closes. */
export function drain(request: IncomingMessage): void {
  request.resume()
  const { socket } = request
  setTimeout(() => {
    if (!request.complete) socket.destroy()
  }, DRAIN_MS).unref()
}
