import { once } from 'node:events'
import { connect } from 'node:net'
import type { WireAnswer } from '@/test/support/servers/send-request'
import { waitUntil } from '@/test/support/wait-until'

/** A TCP connection on which a test can send what no HTTP library would. */
export interface RawConnection {
  write(bytes: string | Buffer): void
  /** Waits until the received text matches, and returns all of it. */
  until(pattern: RegExp): Promise<string>
  /** Waits until the server has closed the connection, and returns all that it sent. */
  untilClosed(): Promise<string>
  isClosed(): boolean
  destroy(): void
}

/** Connects to the server at `origin`. */
export async function openConnection(origin: string): Promise<RawConnection> {
  const { hostname, port } = new URL(origin)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  let received = ''
  // A reset counts as closing.
  socket.on('error', () => undefined)
  socket.setEncoding('latin1').on('data', (text: string) => (received += text))
  const waitFor = async (isOver: () => boolean, what: string) => {
    await waitUntil(isOver, () => `${what}; what came: ${received}`)
    return received
  }
  return {
    write: (bytes) => void socket.write(bytes),
    until: (pattern) => waitFor(() => pattern.test(received), String(pattern)),
    untilClosed: () => waitFor(() => socket.closed, 'the end of the connection'),
    isClosed: () => socket.closed,
    destroy: () => void socket.destroy(),
  }
}

/** Sends `bytes` on a new connection and returns everything that the server sends until it closes. */
export async function exchangeRaw(origin: string, bytes: string | Buffer): Promise<string> {
  const connection = await openConnection(origin)
  connection.write(bytes)
  try {
    return await connection.untilClosed()
  } finally {
    connection.destroy()
  }
}

/** Parses the only answer that a server sent on a connection. */
export function parseAnswer(received: string): WireAnswer {
  const end = received.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = received.slice(0, end).split('\r\n')
  const headers = lines.map((line) => [
    line.slice(0, line.indexOf(':')).toLowerCase(),
    line.slice(line.indexOf(':') + 2),
  ])
  const fields = Object.fromEntries(headers) as Record<string, string>
  const body = received.slice(end + 4)
  const text = fields['transfer-encoding'] === 'chunked' ? joinChunks(body) : body
  return {
    status: Number(statusLine.split(' ')[1]),
    headers: fields,
    text,
    json: () => JSON.parse(text) as unknown,
  }
}

/** Decodes a chunked body without extensions or trailers (RFC 9112, section 7.1). */
function joinChunks(body: string): string {
  const end = body.indexOf('\r\n')
  const size = Number.parseInt(body.slice(0, end), 16)
  const start = end + 2
  return size > 0 ? body.slice(start, start + size) + joinChunks(body.slice(start + size + 2)) : ''
}
