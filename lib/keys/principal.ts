import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { CredentialKind } from '@/lib/base/contract'

/** What authorized a request. Every transaction that acts on it checks all of this again (`holdAuthority`). */
export interface Authority {
  /** The secret in the request; null for an access token, which has none. */
  secretId: string | null
  /** The account must be an administrator. */
  needsAdmin: boolean
  /** The scope that a personal token must hold. */
  scope: string | null
  /** The password must have been confirmed within the step-up window. */
  needsRecentPassword: boolean
  /** The stored hash against which this request’s password was verified, and the field it came in. */
  shownPassword: { hash: PasswordHash; pointer: string } | null
}

/** The account and token behind a request: the first argument of every use case that acts for an account. */
export interface Principal<K extends CredentialKind = CredentialKind> {
  userId: string
  username: string
  isAdmin: boolean
  tokenId: string
  tokenName: string
  kind: K
  /** The scopes in effect: those granted to the token, limited to what its owner may have now. */
  scopes: readonly string[]
  expiresAt: Date | null
  /** When the password was last confirmed in this session or app; null for personal tokens. */
  authTime: Date | null
  authority: Authority
}

/** Returns the authority of a secret alone, which demands nothing beyond its token. */
export function authorityOf(secretId: string | null): Authority {
  return { secretId, needsAdmin: false, scope: null, needsRecentPassword: false, shownPassword: null }
}

/** Returns the principal with further demands on its authority. */
export function demanding<P extends Principal>(principal: P, demands: Partial<Authority>): P {
  return { ...principal, authority: { ...principal.authority, ...demands } }
}

/** An administrator, or null for the operator at the server’s command line. */
export type Administrator = Principal | null
