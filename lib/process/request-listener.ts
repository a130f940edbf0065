import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { randomUUID } from '@/lib/crypto/random'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'
import { limitBody } from '@/lib/http/body-limit'
import { clientIp, dropForwardedHeaders, trustedPeers } from '@/lib/http/client-ip'
import { pathOf, refusalOf } from '@/lib/http/guard-request'
import { problemBody, problemHeaders } from '@/lib/http/problem'
import { contentPolicy, securityHeaders } from '@/lib/http/security-headers'
import { log, withoutKeys } from '@/lib/log'
import { runWithRequestContext } from '@/lib/request-context'

const STATIC_PATH = /^\/_next\/static\//
const VERIFY_PATH = /^\/api\/v1\/auth\/verify\/?$/

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/** What every request passes on its way to Next.js: headers, guards, limits and its context. */
export function requestListener(handleByNext: NextHandler): RequestListener {
  const trusted = trustedPeers(settings().TRUSTED_PROXIES)
  return (request, response) => {
    const context = {
      requestId: randomUUID(),
      address: clientIp(request, trusted),
      userAgent: request.headers['user-agent']?.slice(0, 512) ?? null,
      authorizationCount: countAuthorization(request),
    }
    const { policy, nonce } = contentPolicy()
    response.setHeaders(new Map(Object.entries(securityHeaders(policy))))
    // Next.js names these by their content and lets browsers keep them.
    if (!STATIC_PATH.test(pathOf(request))) response.setHeader('cache-control', 'no-store')
    response.setHeader('x-request-id', context.requestId)
    logWhenDone(request, response, context)
    const refuse = (error: AppError) => sendProblem(request, response, error)

    const refusal = refusalOf(request)
    if (refusal) return refuse(refusal)
    // Nothing reads a body there, and its answers are promised to be 200, 401, 403 or 503.
    const readsNoBody = VERIFY_PATH.test(pathOf(request))
    if (!readsNoBody && limitBody(request, () => refuse(new AppError('body_too_large')))) return

    dropForwardedHeaders(request)
    // Next.js takes the nonce for its scripts from the request: a client's own must not stand.
    request.headers['content-security-policy'] = policy
    request.headers['x-nonce'] = nonce
    delete request.headers['content-security-policy-report-only']
    runWithRequestContext(
      context,
      () =>
        void handleByNext(request, response).catch((err: unknown) => {
          log().error({ request_id: context.requestId, err }, 'request failed')
          refuse(new AppError('internal'))
        }),
    )
  }
}

function countAuthorization(request: IncomingMessage): number {
  return request.rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'authorization').length
}

function sendProblem(request: IncomingMessage, response: ServerResponse, error: AppError): void {
  if (response.headersSent) return void response.destroy()
  response.writeHead(error.status, problemHeaders(error))
  response.end(request.method === 'HEAD' ? undefined : problemBody(error, pathOf(request)))
}

function logWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  context: { requestId: string; address: string | null },
): void {
  if (!log().isLevelEnabled('debug')) return
  const started = performance.now()
  const { method } = request
  const path = withoutKeys(pathOf(request))
  response.once('close', () => {
    const duration_ms = Math.round(performance.now() - started)
    const { statusCode: status } = response
    log().debug(
      { request_id: context.requestId, address: context.address, method, path, status, duration_ms },
      'request',
    )
  })
}
