import { settings } from '@/lib/base/env'
import type { TokenKind } from '@/lib/keys/token-key'

/** Scopes that every deployment has; they count only while the owner is an administrator. */
export const ADMIN_SCOPES: readonly string[] = ['admin', 'introspect']

/**
 * The scopes that a token holds at this moment. Sessions and devices hold all of TOKEN_SCOPES;
 * a personal token what it was given, of that what the deployment still knows; `admin` and
 * `introspect` only while the owner is an administrator.
 */
export function effectiveScopes(token: { kind: TokenKind; scopes: string }, owner: { isAdmin: boolean }): string[] {
  const known = settings().TOKEN_SCOPES
  if (token.kind !== 'personal') return [...known]
  const granted = parseScopes(token.scopes)
  return granted.filter((scope) => known.includes(scope) || (owner.isAdmin && ADMIN_SCOPES.includes(scope)))
}

/** The words of a scope string (RFC 6749 section 3.3). */
export function parseScopes(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
