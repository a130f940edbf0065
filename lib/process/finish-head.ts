import { RETRY_AFTER_SECONDS } from '@/lib/base/errors/app-error'
import type { ServerResponse } from 'node:http'
import type { RequestContext } from '@/lib/base/request-context'

/**
 * Settles what is known only when the head of an answer is written. Next.js answers every page that
 * failed with 500: where the database could not serve, `response` says 503 instead. And it drops a
 * header of a route where the listener has set a default: the route's `Cache-Control` wins.
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
