import type { TokenKind, TokenSecret } from '@/lib/keys/token-key'

/** A well-formed key of a request, and where the client sent it. */
export interface PresentedKey {
  key: TokenSecret
  kind: TokenKind
  via: 'authorization' | 'cookie'
}

/** Text that looks like an access token, whether it is ours or not. */
export interface PresentedJwt {
  jwt: string
  kind: 'access'
  via: 'authorization'
}

/** The credential of a request. */
export type Credential = PresentedKey | PresentedJwt
