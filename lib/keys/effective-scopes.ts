import { settings } from '@/lib/base/env'
import type { TokenKind } from '@/lib/keys/token-key'

/** Scopes that every deployment has. They count only while the owner is an administrator. */
export const ADMIN_SCOPES: readonly string[] = ['admin', 'introspect']

/**
 * Returns the scopes that a token has at this moment. A personal token has those of its granted scopes that the
 * deployment still knows, and `admin` and `introspect` only while the owner is an administrator. All other kinds
 * have all of TOKEN_SCOPES.
 */
export function effectiveScopes(token: { kind: TokenKind; scopes: string }, owner: { isAdmin: boolean }): string[] {
  const known = settings().TOKEN_SCOPES
  if (token.kind !== 'personal') return [...known]
  const granted = parseScopes(token.scopes)
  return granted.filter((scope) => known.includes(scope) || (owner.isAdmin && ADMIN_SCOPES.includes(scope)))
}

/** Returns the words of a scope string (RFC 6749 section 3.3). */
export function parseScopes(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}
