import type { AppError } from '@/lib/base/errors/app-error'

const BEARER = 'Token, Bearer realm="latchkey"'
const BASIC = 'Basic realm="latchkey", charset="UTF-8"'

/** The schemes of `Authorization` that an endpoint accepts. */
export interface Schemes {
  /** `Basic` counts too, with the key as its password. */
  basic?: true | undefined
  /** Clients that send no credential are challenged with `Basic` alone: some read no other challenge, and only one. */
  asksForBasic?: true | undefined
}

/** Tells whether the value of `Authorization` uses the scheme `Basic` (RFC 7617). */
export const isBasic = (authorization: string | null | undefined): boolean =>
  /^\s*basic(?:\s|$)/i.test(authorization ?? '')

/**
 * Returns the value of `WWW-Authenticate` for an error: the scheme that the client used, or every scheme that works
 * here if it used none (RFC 9110 section 11.6.1, RFC 6750 section 3, RFC 6749 section 5.2). Null if the response
 * carries no challenge.
 */
export function challengeOf(
  error: AppError,
  { basic, asksForBasic }: Schemes,
  authorization: string | null | undefined,
): string | null {
  const isByBasic = basic === true && isBasic(authorization)
  // A missing scope warrants no Basic challenge: another password would not help.
  if (error.code === 'insufficient_scope') return isByBasic ? null : `${BEARER}, error="insufficient_scope"`
  if (error.status !== 401) return null
  if (isByBasic) return BASIC
  if (error.credentialSent) return `${BEARER}, error="invalid_token"`
  if (asksForBasic === true) return BASIC
  return basic === true ? `${BEARER}, ${BASIC}` : BEARER
}
