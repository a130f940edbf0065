import { AppError } from '@/lib/errors/app-error'
import { problemResponse } from '@/lib/http/problem'
import { describeError, log, withoutKeys } from '@/lib/log'
import { requestContext } from '@/lib/request-context'

const shortCause = ({ cause }: AppError) => {
  const { name, code, message } = describeError(cause)
  return { name, code, message }
}

/** Whether a refusal may be part of an attack: a wrong password, a right that is lacking, too many requests. */
const isSuspicious = ({ status, code }: AppError) => status === 403 || status === 429 || code === 'credentials_invalid'

/** Answers a request with an error: logged by its weight, unknown ones as `internal`. */
export function serveError(request: Request, error: unknown): Response {
  const known = error instanceof AppError ? error : new AppError('internal', { cause: error })
  const { requestId, address } = requestContext()
  const { pathname } = new URL(request.url)
  const line = { request_id: requestId, method: request.method, path: withoutKeys(pathname), code: known.code }
  if (known.status === 500) log().error({ ...line, err: known }, 'request failed')
  // In an outage this is every request: one short line each.
  else if (known.status > 500) log().warn({ ...line, cause: shortCause(known) }, 'request not served')
  else if (known.code === 'cross_site_request') log().warn({ ...line, address }, 'cross-site request refused')
  else log()[isSuspicious(known) ? 'info' : 'debug']({ ...line, address }, 'request refused')
  const response = problemResponse(known, pathname)
  response.headers.set('x-request-id', requestId)
  return response
}
