import type { ServerResponse } from 'node:http'
import { RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import type { RequestContext } from '@/lib/base/request-context'

/**
 * Decides what is known only when the head of a response is written. Next.js answers every failed page with 500
 * (https://github.com/vercel/next.js/issues/56075); if the database was unavailable, this sends 503 instead. Next.js
 * also drops a route's header if the listener has set a default (https://github.com/vercel/next.js/issues/22319), so
 * this sets the route's `Cache-Control`.
 */
export function finishHead(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status < 300 && context.cacheControl !== undefined) response.setHeader('cache-control', context.cacheControl)
    if (status !== 500 || !context.isStoreUnavailable) return writeHead(status, ...rest)
    response.setHeader('retry-after', String(RETRY_AFTER_SECONDS))
    return writeHead(503, ...rest)
  }
}
