import { STATUS_CODES, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { AppError } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/catalogue'
import { problemBody, problemHeaders } from '@/lib/http/problem'
import { contentPolicy, securityHeaders } from '@/lib/http/security-headers'

const CODES: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
}

/** Answers requests that Node cannot parse like all others: with our headers, and a problem document. */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const problem = new AppError(CODES[error.code ?? ''] ?? 'malformed_request')
    const { status } = problem
    const body = problemBody(problem, '/')
    const headers = {
      ...securityHeaders(contentPolicy('/')),
      ...problemHeaders(problem),
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.end([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...lines, '', body].join('\r\n'))
  })
}
