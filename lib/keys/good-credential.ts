import type { SecretRow } from '@/lib/keys/lookup/secret-row'
import type { AccessClaims } from '@/lib/keys/access-claims'
import type { Identity } from '@/lib/keys/verify-schema'

/** A credential that is good for other services. */
export interface GoodCredential {
  row: SecretRow
  kind: Identity['kind']
  /** The scopes in force. */
  scopes: readonly string[]
  expiresAt: number | null
  /** What an access token itself says. */
  claims?: AccessClaims
}
