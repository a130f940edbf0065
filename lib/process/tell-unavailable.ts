import type { ServerResponse } from 'node:http'
import type { RequestContext } from '@/lib/request-context'

const RETRY_AFTER_SECONDS = 2

/** Next.js answers every page that failed with 500: where the database could not serve, `response` says 503 instead. */
export function tellUnavailable(response: ServerResponse, context: RequestContext): void {
  const writeHead = response.writeHead.bind(response) as (status: number, ...rest: unknown[]) => ServerResponse
  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (status !== 500 || !context.isStoreUnavailable) return writeHead(status, ...rest)
    response.setHeader('retry-after', String(RETRY_AFTER_SECONDS))
    return writeHead(503, ...rest)
  }
}
