import type { AppError } from '@/lib/base/errors/app-error'
import type { ErrorCode } from '@/lib/base/errors/catalogue'

const NAMES: Partial<Record<ErrorCode, string>> = {
  unsupported_token_type: 'unsupported_token_type',
  authorization_pending: 'authorization_pending',
  slow_down: 'slow_down',
  access_denied: 'access_denied',
  expired_token: 'expired_token',
  invalid_grant: 'invalid_grant',
  invalid_scope: 'invalid_scope',
  unsupported_grant_type: 'unsupported_grant_type',
  too_many_requests: 'temporarily_unavailable',
  insufficient_scope: 'insufficient_scope',
  credential_not_allowed: 'insufficient_scope',
}

/**
 * Returns the OAuth name of an error (RFC 6749 section 5.2; RFC 6750 section 3.1; RFC 7009 section 2.2.1;
 * RFC 8628 section 3.5).
 */
export function oauthErrorName({ code, status }: AppError): string {
  const name = NAMES[code]
  if (name !== undefined) return name
  if (status === 401) return 'invalid_client'
  if (status === 503) return 'temporarily_unavailable'
  return status === 500 ? 'server_error' : 'invalid_request'
}

/** Builds the error body for OAuth clients, plus our own code and the fields at fault. */
export function oauthErrorBody(error: AppError): string {
  const fields = error.errors.map(({ pointer, detail }) => `${pointer.slice(1) || 'body'}: ${detail}`)
  const sentences = fields.length > 0 ? fields : [error.message]
  return JSON.stringify({
    error: oauthErrorName(error),
    error_description: plain(sentences.join('; ')),
    code: error.code,
    ...(error.errors.length > 0 && { errors: error.errors }),
  })
}

/** Limits text to the characters that RFC 6749 section 5.2 allows in a description. */
function plain(text: string): string {
  return text.replaceAll(/["“”‘’]/g, "'").replaceAll(/[^\x20-\x7e]|\\/g, '?')
}
