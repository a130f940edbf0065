import { AppError, isAppError } from '@/lib/base/errors/app-error'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import type { Origins } from '@/lib/edge/problems/cross-site-error'
import { errorAnswer, type ErrorStyle } from '@/lib/edge/problems/error-answer'
import { describeError, log, loggedPath } from '@/lib/base/log'
import { count } from '@/lib/base/metrics/count'
import { requestContext } from '@/lib/base/request-context'

const shortCause = ({ cause }: AppError) => {
  const { name, code, message } = describeError(cause)
  return { name, code, message }
}

/** Errors that may be part of an attack: a wrong password, a missing right, too many requests. */
const SUSPICIOUS: readonly string[] = [
  'credentials_invalid',
  'password_incorrect',
  'setup_code_invalid',
  'credential_not_allowed',
  'too_many_requests',
] satisfies ErrorCode[]

const CROSS_SITE = 'cross-site request rejected: was Latchkey opened at an address other than APP_URL?'

/** What the log says about a request that failed. */
interface Refused {
  requestId: string
  method: string
  path: string
  address: string | null
}

/**
 * Logs an error at the level that fits its severity, and returns the error to answer with: unknown errors become
 * `internal`.
 */
export function logError(error: unknown, { requestId, method, path, address }: Refused): AppError {
  const known = isAppError(error) ? error : new AppError('internal', { cause: error })
  count('errors', known.code)
  const line = { request_id: requestId, method, path: loggedPath(path), code: known.code }
  if (known.status === 500) log().error({ ...line, err: known }, 'request failed')
  // During an outage every request ends here, so each logs one short line.
  else if (known.status > 500) log().warn({ ...line, cause: shortCause(known) }, 'request could not be served')
  else if (known.code === 'cross_site_request')
    log().warn({ ...line, address, ...(known.cause as Origins) }, CROSS_SITE)
  else log()[SUSPICIOUS.includes(known.code) ? 'info' : 'debug']({ ...line, address }, 'request rejected')
  return known
}

/** Answers a request with an error, in the style of its contract. */
export function serveError(request: Request, error: unknown, style: ErrorStyle = {}): Response {
  const { requestId, address } = requestContext()
  const { pathname } = new URL(request.url)
  const known = logError(error, { requestId, method: request.method, path: pathname, address })
  const authorization = request.headers.get('authorization')
  const { headers, body } = errorAnswer(known, style, { path: pathname, authorization })
  return new Response(body, { status: known.status, headers: { ...headers, 'x-request-id': requestId } })
}
