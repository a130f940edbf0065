import { AppError } from '@/lib/base/errors/app-error'
import type { HttpMethod } from '@/lib/base/contract'
import type { ErrorStyle } from '@/lib/edge/problems/error-answer'
import { serveError } from '@/lib/edge/problems/serve-error'

/** A route handler of Next.js. */
export type RouteHandler = (
  request: Request,
  context?: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/**
 * Builds the full set of a route's exports: the given handlers, HEAD if there is GET, and 405 with `Allow` for every
 * other method, in the error style of the path's contract. Next.js itself would send an empty 405.
 */
export function methods(
  handlers: Partial<Record<HttpMethod, RouteHandler>>,
  style: ErrorStyle = {},
): Record<HttpMethod, RouteHandler> {
  const { GET } = handlers
  const known = { ...(GET && { HEAD: headOf(GET) }), ...handlers }
  const allow = METHODS.filter((method) => known[method]).join(', ')
  const refuse: RouteHandler = async (request) =>
    serveError(request, new AppError('method_not_allowed', { headers: { allow } }), style)
  const all = Object.fromEntries(METHODS.map((method) => [method, known[method] ?? refuse]))
  return all as Record<HttpMethod, RouteHandler>
}

function headOf(get: RouteHandler): RouteHandler {
  return async (request, context) => {
    const { status, headers } = await get(request, context)
    return new Response(null, { status, headers })
  }
}
