import type { IncomingMessage } from 'node:http'
import { BODY_BYTES_MAX } from '@/lib/http/read-body'

const DRAIN_MS = 2000

/**
 * Calls `refuse` at once when a request announces a body over 64 KiB, or as soon as it has
 * sent more than that; nothing beyond is kept. True when it was refused already.
 */
export function limitBody(request: IncomingMessage, refuse: () => void): boolean {
  if (Number(request.headers['content-length'] ?? 0) > BODY_BYTES_MAX) {
    refuseAndDrain(request, refuse)
    return true
  }
  let seen = 0
  const push = request.push.bind(request)
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (seen > BODY_BYTES_MAX) return true
    seen += chunk?.length ?? 0
    if (seen <= BODY_BYTES_MAX) return push(chunk, encoding)
    refuseAndDrain(request, refuse)
    return push(null)
  }
  return false
}

/** Reads on for a moment, so that the client gets to see the answer before the connection ends. */
function refuseAndDrain(request: IncomingMessage, refuse: () => void): void {
  refuse()
  request.resume()
  setTimeout(() => request.socket.destroy(), DRAIN_MS).unref()
}
