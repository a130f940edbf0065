import { withoutKeys } from '@/lib/log'
import { AppError } from '@/lib/errors/app-error'
import { errorCatalogue } from '@/lib/errors/catalogue'

const CHALLENGE = 'Token, Bearer realm="latchkey"'

/** Renders an error as `application/problem+json` (RFC 9457); the only place that does. */
export function problemResponse(error: AppError, instance: string): Response {
  return new Response(problemBody(error, instance), { status: error.status, headers: problemHeaders(error) })
}

/** The problem document of an error; `instance` is the path that was asked for. */
export function problemBody(error: AppError, instance: string): string {
  const { title, status } = errorCatalogue[error.code]
  return JSON.stringify({
    type: `tag:latchkey,2026:${error.code}`,
    title,
    status,
    ...(error.detail !== undefined && { detail: error.detail }),
    instance: withoutKeys(instance),
    code: error.code,
    ...(error.errors.length > 0 && { errors: error.errors }),
    ...error.extensions,
  })
}

/** The headers of an error's answer, with the challenge of RFC 6750 section 3 on 401 and on a missing scope. */
export function problemHeaders(error: AppError): Record<string, string> {
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'cache-control': 'no-store',
    ...(error.status === 401 && {
      'www-authenticate': error.credentialSent ? `${CHALLENGE}, error="invalid_token"` : CHALLENGE,
    }),
    ...(error.code === 'insufficient_scope' && {
      'www-authenticate': `${CHALLENGE}, error="insufficient_scope"`,
    }),
    ...(error.retryAfterSeconds !== undefined && { 'retry-after': String(error.retryAfterSeconds) }),
    ...error.headers,
  }
}
