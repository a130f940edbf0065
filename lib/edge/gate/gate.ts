import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BlockList } from 'node:net'
import { randomUUID } from '@/lib/base/crypto/random'
import { AppError } from '@/lib/base/errors/app-error'
import { refuse, type Exchange } from '@/lib/edge/gate/exchange'
import { live, ready } from '@/lib/edge/gate/health'
import { introspect } from '@/lib/edge/gate/introspect'
import { metrics } from '@/lib/edge/gate/metrics'
import { securityText } from '@/lib/edge/gate/security-text'
import { verify } from '@/lib/edge/gate/verify'
import { clientIp } from '@/lib/edge/http/client-ip'
import { countOf, hasLargeHeaders, pathOf } from '@/lib/edge/serve/guard-request'
import { logWhenDone } from '@/lib/edge/serve/log-when-done'

type Answerer = (exchange: Exchange) => void

const VERIFY_PATH = '/api/v1/auth/verify'

/**
 * Endpoints that the gate answers before Next.js sees the request: other services call them on each of their own
 * requests.
 */
const ANSWERERS: ReadonlyMap<string, Answerer> = new Map([
  [VERIFY_PATH, verify],
  ['/api/v1/auth/introspect', guarded(introspect)],
  ['/api/health/live', guarded(live)],
  ['/api/health/ready', guarded(ready)],
])

/** Paths outside the API, for the people who run the server and for those who find a vulnerability in it. */
const BESIDE_THE_API: ReadonlyMap<string, Answerer> = new Map([
  ['/api/metrics', guarded(metrics)],
  ['/.well-known/security.txt', guarded(securityText)],
])

/** Tells whether the server answers a request without even looking at its body. */
export function ignoresBody(request: IncomingMessage): boolean {
  return pathOf(request) === VERIFY_PATH
}

/** The paths of the API that the gate answers. */
export const gatePaths: readonly string[] = [...ANSWERERS.keys()]

/** Builds the handler that answers the gate's paths in plain Node.js. It returns false for every other path. */
export function gate(trusted: BlockList | null): (request: IncomingMessage, response: ServerResponse) => boolean {
  return (request, response) => {
    const route = pathOf(request)
    const answerer = ANSWERERS.get(route) ?? BESIDE_THE_API.get(route)
    if (answerer === undefined) return false
    const startedAt = performance.now()
    const exchange = {
      request,
      response,
      requestId: randomUUID(),
      address: clientIp(request, trusted),
      route,
      startedAt,
    }
    logWhenDone(request, response, exchange)
    answerer(exchange)
    return true
  }
}

/**
 * Rejects large headers and duplicate `Host` headers: proxies disagree about which of the two counts (RFC 9112 section
 * 3.2). `verify` needs no guard, because it reads neither `Host` nor cookies.
 */
function guarded(answerer: Answerer): Answerer {
  return (exchange) => {
    if (hasLargeHeaders(exchange.request)) refuse(exchange, new AppError('headers_too_large'))
    else if (countOf(exchange.request, 'host') > 1) refuse(exchange, new AppError('malformed_request'))
    else answerer(exchange)
  }
}
