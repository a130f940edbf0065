import { STATUS_CODES, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { randomUUID } from '@/lib/base/crypto/random'
import { AppError } from '@/lib/base/errors/app-error'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { ignoresBody } from '@/lib/edge/gate/gate'
import { errorAnswer } from '@/lib/edge/problems/error-answer'
import { contentPolicy, securityHeaders } from '@/lib/edge/http/security-headers'

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** How long a client has to read the response before its connection is destroyed, in milliseconds. */
const LINGER_MS = 1000

/**
 * Answers requests that Node.js cannot parse like all others: with our headers and a problem document. The
 * connection closes soon afterwards, so that a client that never closes its side keeps no file descriptor.
 */
export function answerClientErrors(server: Server): void {
  const answered = new WeakSet<Duplex>()
  const withBody = requestsWithBody(server)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // Further data on the connection fails again. If the server destroyed it immediately, the client might lose the
    // response.
    if (answered.has(socket)) return
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    answered.add(socket)
    const open = withBody.get(socket)
    if (open !== undefined && keepsItsAnswer(open)) return endAfter(open, socket)
    const problem = new AppError(CODES[error.code ?? ''] ?? 'malformed_request')
    const { status } = problem
    const { headers: own, body } = errorAnswer(problem, {}, { path: '/' })
    const headers = {
      ...securityHeaders(contentPolicy('/')),
      ...own,
      'x-request-id': randomUUID(),
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'))
    linger(socket)
  })
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
}

/** Returns the newest request with a body for each connection. */
function requestsWithBody(server: Server): WeakMap<Duplex, Exchange> {
  const newest = new WeakMap<Duplex, Exchange>()
  const note = (request: IncomingMessage, response: ServerResponse) => {
    const { 'content-length': length, 'transfer-encoding': coding } = request.headers
    if (length !== undefined || coding !== undefined) newest.set(request.socket, { request, response })
  }
  server.on('request', note).on('checkExpectation', note)
  return newest
}

/**
 * Whether the body of a request cannot be parsed but must not change its response. Either the response was already
 * sent, and a second would be taken for that of the next request, or the route reads no body.
 */
function keepsItsAnswer({ request, response }: Exchange): boolean {
  return !request.complete && (response.headersSent || ignoresBody(request))
}

function endAfter({ response }: Exchange, socket: Duplex): void {
  const end = () => {
    socket.end()
    linger(socket)
  }
  if (response.writableFinished) return end()
  response.shouldKeepAlive = false
  response.once('close', end)
}

/** Destroys the connection after a while, because `end` closes only our side. */
function linger(socket: Duplex): void {
  setTimeout(() => socket.destroy(), LINGER_MS).unref()
}
