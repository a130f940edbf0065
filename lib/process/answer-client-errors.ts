import { STATUS_CODES, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/catalogue'
import { errorAnswer } from '@/lib/http/error-answer'
import { contentPolicy, securityHeaders } from '@/lib/http/security-headers'

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** How long a client has to read the answer before its connection is destroyed, in milliseconds. */
const LINGER_MS = 1000

/**
 * Answers requests that Node.js cannot parse like all others: with our headers and a problem
 * document. The connection ends soon after: a client that never closes its side keeps no descriptor.
 */
export function answerClientErrors(server: Server): void {
  const answered = new WeakSet<Duplex>()
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    // What still arrives on the connection fails again. Destroyed at once, the client might lose the answer.
    if (answered.has(socket)) return
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    answered.add(socket)
    const problem = new AppError(CODES[error.code ?? ''] ?? 'malformed_request')
    const { status } = problem
    const { headers: own, body } = errorAnswer(problem, {}, { path: '/' })
    const headers = {
      ...securityHeaders(contentPolicy('/')),
      ...own,
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'))
    // `end` closes our side alone.
    setTimeout(() => socket.destroy(), LINGER_MS).unref()
  })
}
