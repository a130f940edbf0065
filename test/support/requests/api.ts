import type { RouteHandler } from '@/lib/edge/http/methods'
import { runWithRequestContext, type RequestContext } from '@/lib/base/request-context'

/** The origin of our own pages under the test settings. */
export const APP = 'http://localhost:3000'

interface Call {
  method?: string
  /** The path and query, without the origin. */
  path?: string
  params?: Record<string, string>
  /** Sent as JSON. */
  body?: unknown
  /** Sent as is. */
  rawBody?: BodyInit
  headers?: Record<string, string>
  /** A key for `Authorization: Token`. */
  key?: string
  /** A key for the session cookie. The request also claims to come from our own pages. */
  session?: string
  context?: Partial<RequestContext>
}

/** A route’s answer. */
export interface Answer {
  status: number
  headers: Headers
  text: string
  // Tests inspect answers of every shape.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  json: any
}

/** Calls an exported route handler with a real `Request`. */
export async function call(handler: RouteHandler, input: Call = {}): Promise<Answer> {
  const {
    method = input.body === undefined ? 'GET' : 'POST',
    path = '/api/v1/test',
    body,
    rawBody,
    key,
    session,
  } = input
  const headers = {
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(key !== undefined && { authorization: `Token ${key}` }),
    ...(session !== undefined && { cookie: `latchkey=${session}`, origin: APP, 'sec-fetch-site': 'same-origin' }),
    ...input.headers,
  }
  const payload = rawBody ?? (body === undefined ? null : JSON.stringify(body))
  // A stream as body requires `duplex`, which the browser types do not know.
  const init: RequestInit & { duplex: 'half' } = { method, headers, body: payload, duplex: 'half' }
  const request = new Request(`${APP}${path}`, init)
  const context = {
    requestId: 'test',
    address: '192.0.2.1',
    userAgent: 'vitest',
    authorizationCount: 1,
    isBodyRefused: false,
    isStoreUnavailable: false,
    ...input.context,
  }
  const response = await runWithRequestContext(context, () =>
    handler(request, { params: Promise.resolve(input.params ?? {}) }),
  )
  const text = await response.text()
  const isJson = /^application\/(?:problem\+)?json;/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    text,
    json: isJson && text !== '' ? JSON.parse(text) : undefined,
  }
}
