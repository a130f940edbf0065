import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AppError } from '@/lib/base/errors/app-error'
import type { PreparedAnswer } from '@/lib/edge/gate/prepared-answer'
import { pathOf } from '@/lib/edge/serve/guard-request'
import { errorAnswer, type ErrorStyle } from '@/lib/edge/problems/error-answer'
import { errorStyleOf } from '@/lib/edge/problems/error-style'
import { DATA_POLICY, securityHeaders } from '@/lib/edge/http/security-headers'
import { logError } from '@/lib/edge/problems/serve-error'
import { noteRequest } from '@/lib/base/metrics/request-durations'
import { singleton } from '@/lib/base/singleton'

/** A request at the gate, and the response that answers it. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  requestId: string
  /** The client's address: the socket's, or the one that a trusted proxy reports. */
  address: string | null
  /** The path of the gate that the request asks for. */
  route: string
  /** In milliseconds, on the clock of `performance`. */
  startedAt: number
}

/** The headers of every response of the gate, as name, value, name, value. They depend on no request. */
const commonHeaders = () => singleton('gate-headers', () => Object.entries(securityHeaders(DATA_POLICY)).flat())

/** Sends a prepared answer and records the request in the metrics. */
export function send(exchange: Exchange, status: number, { headers, body }: PreparedAnswer): void {
  const { request, response, requestId, route, startedAt } = exchange
  response.writeHead(status, [...commonHeaders(), 'x-request-id', requestId, ...headers])
  response.end(request.method === 'HEAD' ? undefined : body)
  noteRequest(route, request.method, status, performance.now() - startedAt)
}

/**
 * Answers with an error, in the error style of the path unless `style` is given. Logs it at the level that fits its
 * severity.
 */
export function refuse(exchange: Exchange, error: unknown, style: ErrorStyle = errorStyleOf(exchange.route)): void {
  const { request, response, requestId, address } = exchange
  const path = pathOf(request)
  const problem: AppError = logError(error, { requestId, method: request.method ?? '', path, address })
  if (response.headersSent) return void response.destroy()
  const { authorization } = request.headers
  const { headers: own, body } = errorAnswer(problem, style, { path, authorization })
  const headers = { ...own, 'content-length': String(Buffer.byteLength(body)) }
  send(exchange, problem.status, { headers: Object.entries(headers).flat(), body })
}
