import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { finishHead } from '@/lib/process/patches/finish-head'
import { randomUUID } from '@/lib/base/crypto/random'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { gate } from '@/lib/edge/gate/gate'
import { limitBody } from '@/lib/edge/http/body-limit'
import { clientIp, trustedPeers } from '@/lib/edge/http/client-ip'
import { countOf, lacksHost, pathOf, refusalOf } from '@/lib/edge/serve/guard-request'
import { knownHosts } from '@/lib/edge/http/known-hosts'
import { errorAnswer } from '@/lib/edge/problems/error-answer'
import { errorStyleOf } from '@/lib/edge/problems/error-style'
import { plainTarget } from '@/lib/edge/http/plain-target'
import { oneATurn } from '@/lib/process/one-a-turn'
import { contentPolicy, securityHeaders } from '@/lib/edge/http/security-headers'
import { logWhenDone } from '@/lib/edge/serve/log-when-done'
import { sanitizeHeaders } from '@/lib/edge/http/sanitize-headers'
import { log } from '@/lib/base/log'
import { noteWhenDone } from '@/lib/edge/metrics/note-when-done'
import { runWithRequestContext, type RequestContext } from '@/lib/base/request-context'

const STATIC_PATH = /^\/_next\/static\//

type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

// A burst of pages or sign-ins delays a verification no longer than one of them does.
const startInTurn = oneATurn()

/**
 * Returns the server's request listener. The gate answers its own paths immediately. Every other request gets its
 * context and passes headers, guards and limits on its way to Next.js.
 */
export function requestListener(handleByNext: NextHandler): RequestListener {
  const trusted = trustedPeers(settings().TRUSTED_PROXIES)
  const answerAtGate = gate(trusted)
  const isForUs = knownHosts()
  return (request, response) => {
    request.url = plainTarget(request.url ?? '')
    if (!lacksHost(request) && answerAtGate(request, response)) return
    const context: RequestContext = {
      requestId: randomUUID(),
      address: clientIp(request, trusted),
      userAgent: request.headers['user-agent']?.slice(0, 512) ?? null,
      authorizationCount: countOf(request, 'authorization'),
      isBodyRefused: false,
      target: request.url,
      isStoreUnavailable: false,
    }
    runWithRequestContext(context, () => pass(request, response, context, isForUs(request) ? handleByNext : null))
  }
}

function pass(
  request: IncomingMessage,
  response: ServerResponse,
  context: RequestContext,
  /** Null if the request is for another host. */
  handleByNext: NextHandler | null,
): void {
  const path = pathOf(request)
  const policy = contentPolicy(path)
  response.setHeaders(new Map(Object.entries(securityHeaders(policy))))
  // Next.js names these files by their content and lets browsers keep them.
  if (!STATIC_PATH.test(path)) response.setHeader('cache-control', 'no-store')
  response.setHeader('x-request-id', context.requestId)
  logWhenDone(request, response, context)
  noteWhenDone(request, response)
  const refuse = (error: AppError) => sendError(request, response, error)

  const refusal = refusalOf(request)
  if (refusal) return refuse(refusal)
  if (handleByNext === null) return refuse(misdirected())
  if (limitBody(request, () => refuse(new AppError('body_too_large')))) return

  finishHead(response, context)
  sanitizeHeaders(request, policy)
  startInTurn(() =>
    handleByNext(request, response).catch((err: unknown) => {
      log().error({ request_id: context.requestId, err }, 'request failed')
      refuse(new AppError('internal'))
    }),
  )
}

function misdirected(): AppError {
  const detail = `Use ${settings().appOrigin}, or add this host to ALLOWED_HOSTS.`
  return new AppError('misdirected_request', { detail })
}

function sendError(request: IncomingMessage, response: ServerResponse, error: AppError): void {
  if (response.headersSent) return void response.destroy()
  // Further data on this connection may be part of the same attack.
  if (error.code === 'malformed_request') response.shouldKeepAlive = false
  const path = pathOf(request)
  const { authorization } = request.headers
  const { headers, body } = errorAnswer(error, errorStyleOf(path), { path, authorization })
  response.writeHead(error.status, { ...headers, 'content-length': Buffer.byteLength(body) })
  response.end(request.method === 'HEAD' ? undefined : body)
}
