import type { SecretRow } from '@/lib/keys/lookup/secret-row'
import type { AccessClaims } from '@/lib/keys/access-claims'
import type { Identity } from '@/lib/keys/verify-schema'

/** A credential that is valid for other services. */
export interface GoodCredential {
  row: SecretRow
  kind: Identity['kind']
  /** The scopes in effect. */
  scopes: readonly string[]
  expiresAt: number | null
  /** The claims of an access token. */
  claims?: AccessClaims
}
