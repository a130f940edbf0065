import { AppError } from '@/lib/base/errors/app-error'
import { readSessionCookies } from '@/lib/edge/http/cookies'
import { looksLikeJwt } from '@/lib/keys/looks-like-jwt'
import { requestContext } from '@/lib/base/request-context'
import type { Credential } from '@/lib/keys/credential'
import { parseKey } from '@/lib/keys/token-key'

// RFC 9110 section 11.4: scheme names are case-insensitive.
const SCHEME = /^(?:token|bearer)(?: +|$)/i
const BASIC = /^basic +/i

/**
 * Returns the credential that a request carries. `Authorization: Token|Bearer` hides the cookie; other schemes do not.
 * A session key counts only in the cookie, every other key only in the header.
 * @throws AppError token_missing, token_malformed, token_unknown
 */
export function readCredential(headers: Headers, basicCounts = false): Credential {
  const { authorizationCount } = requestContext()
  const authorization = headers.get('authorization') ?? undefined
  const credential = readAuthorization(authorization, authorizationCount, basicCounts)
  return credential ?? fromCookie(headers.get('cookie'), authorization)
}

/**
 * Returns the key or access token in `Authorization: Token|Bearer`, or null for another scheme or no header. `count` is
 * the number of `Authorization` headers in the request. With `basicCounts`, the password of `Basic` counts as a key too
 * (RFC 6749 section 2.3.1).
 * @throws AppError token_malformed, token_unknown
 */
export function readAuthorization(header: string | undefined, count: number, basicCounts: boolean): Credential | null {
  if (count > 1) throw refused('token_malformed')
  const text = textOf(header?.trim() ?? '', basicCounts)
  if (text === null) return null
  const parsed = parseKey(text)
  if (parsed === null) {
    if (looksLikeJwt(text)) return { jwt: text, kind: 'access', via: 'authorization' }
    throw refused('token_malformed')
  }
  if (parsed.kind !== 'device' && parsed.kind !== 'personal') throw refused('token_unknown')
  // Field by field: a spread would cost as much as parsing the key.
  return { key: parsed.key, kind: parsed.kind, via: 'authorization' }
}

function textOf(authorization: string, basicCounts: boolean): string | null {
  const scheme = SCHEME.exec(authorization)?.[0]
  if (scheme !== undefined) return authorization.slice(scheme.length)
  if (!basicCounts || !BASIC.test(authorization)) return null
  const pair = Buffer.from(authorization.replace(BASIC, ''), 'base64').toString()
  // OAuth clients form-encode both parts. The only character of a key that this can change is the underscore.
  return pair.slice(pair.indexOf(':') + 1).replaceAll(/%5f/gi, '_')
}

/** Tells whether a request carries something meant as a credential, in any scheme. */
export function hasCredential(headers: Headers): boolean {
  return (headers.get('authorization') ?? '').trim() !== '' || sessionCookies(headers.get('cookie')).length > 0
}

const sessionCookies = (header: string | null) => readSessionCookies(header).filter((value) => value !== '')

function fromCookie(header: string | null, authorization: string | undefined): Credential {
  const cookies = sessionCookies(header)
  if (cookies.length === 0) throw tokenMissing(authorization)
  // Two cookies with this name mean that one was planted, so neither is trusted.
  const parsed = cookies.length === 1 ? parseKey(cookies[0] ?? '') : null
  if (parsed === null) throw refused('token_malformed')
  if (parsed.kind !== 'session') throw refused('token_unknown')
  return { ...parsed, via: 'cookie' }
}

/** Builds the error for a missing credential. Its detail says so if `Authorization` holds a key without a scheme. */
export function tokenMissing(authorization: string | undefined): AppError {
  const text = authorization?.trim() ?? ''
  if (parseKey(text) === null && !looksLikeJwt(text)) return new AppError('token_missing')
  const detail = 'Only the scheme is missing. Send Authorization: Bearer, a space and the token.'
  return new AppError('token_missing', { detail })
}

function refused(code: 'token_malformed' | 'token_unknown'): AppError {
  return new AppError(code, { credentialSent: true })
}
