import type { CredentialKind } from '@/lib/http/contract'

/** Who is asking: an account, through one of its tokens. The first argument of every use case that acts for somebody. */
export interface Principal<K extends CredentialKind = CredentialKind> {
  userId: string
  username: string
  isAdmin: boolean
  tokenId: string
  tokenName: string
  kind: K
  /** The scopes in force: what the token was given, cut down to what its owner may hold now. */
  scopes: readonly string[]
  expiresAt: Date | null
  /** When this session or device last saw the password; null for personal tokens. */
  authTime: Date | null
}

/** Who administers: an administrator, or null for whoever runs the server, at its command line. */
export type Administrator = Principal | null
