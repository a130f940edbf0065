import type { TokenKind, TokenSecret } from '@/lib/keys/token-key'

/** A well-formed key as it was presented, and by which way. */
export interface PresentedKey {
  key: TokenSecret
  kind: TokenKind
  via: 'authorization' | 'cookie'
}

/** What looks like an access token, whether it is ours or not. */
export interface PresentedJwt {
  jwt: string
  kind: 'access'
  via: 'authorization'
}

/** What a request carries. */
export type Credential = PresentedKey | PresentedJwt
