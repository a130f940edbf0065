import { challengeOf, type Schemes } from '@/lib/edge/problems/challenge'
import type { Contract } from '@/lib/base/contract'
import { oauthErrorBody } from '@/lib/edge/problems/oauth-error'
import { withoutKeys } from '@/lib/base/log'
import { AppError } from '@/lib/base/errors/app-error'
import { errorCatalogue } from '@/lib/base/errors/catalogue'

/** How a contract or a request wants errors to be answered. */
export type ErrorStyle = Pick<Contract, 'errorFormat'> & Schemes

interface Asked {
  /** The path that the client requested. */
  path: string
  /** The value of `Authorization`, if any. */
  authorization?: string | null | undefined
}

/**
 * Builds the headers and the body that answer an error: a problem document (RFC 9457), or an OAuth error (RFC 6749).
 */
export function errorAnswer(
  error: AppError,
  style: ErrorStyle,
  { path, authorization }: Asked,
): { headers: Record<string, string>; body: string } {
  const isOauth = style.errorFormat === 'oauth'
  const challenge = challengeOf(error, style, authorization)
  const headers = {
    'content-type': `application/${isOauth ? '' : 'problem+'}json; charset=utf-8`,
    'cache-control': 'no-store',
    ...(challenge !== null && { 'www-authenticate': challenge }),
    ...(error.retryAfterSeconds !== undefined && { 'retry-after': String(error.retryAfterSeconds) }),
    ...error.headers,
  }
  return { headers, body: isOauth ? oauthErrorBody(error) : problemBody(error, path) }
}

/** Builds the problem document of an error (RFC 9457). `instance` is the path that the client requested. */
function problemBody(error: AppError, instance: string): string {
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
