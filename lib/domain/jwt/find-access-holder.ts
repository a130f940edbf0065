import { effectiveScopes, parseScopes } from '@/lib/keys/effective-scopes'
import { nowMs } from '@/lib/base/clock'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { findNewestSecret } from '@/lib/keys/lookup/secret-reader'
import type { SecretRow } from '@/lib/keys/lookup/secret-row'
import { readAccessToken } from '@/lib/domain/jwt/access-token'
import type { AccessClaims } from '@/lib/keys/access-claims'
import { whyDead } from '@/lib/keys/why-dead'
import { noteRefusal } from '@/lib/keys/note-use'

/** The holder of a valid access token, from its refresh family's current row. */
export interface AccessHolder {
  row: SecretRow
  scopes: readonly string[]
  expiresAt: Date
  /** The claims of the token itself. */
  claims: AccessClaims
}

/**
 * Finds the holder of an access token whose signature and claims are valid, whose family is live and whose owner is
 * active.
 * @returns the code of a 401 error when the token is not valid
 * @throws AppError store_unavailable
 */
export async function findAccessHolder(token: string): Promise<AccessHolder | ErrorCode> {
  const claims = await readAccessToken(token)
  if (typeof claims === 'string') return claims
  const row = await findNewestSecret(claims.sid)
  if (row === null || row.kind !== 'refresh' || row.userId !== claims.sub) return 'token_unknown'
  const at = nowMs()
  const reason = whyDead(row, at)
  if (reason !== null) {
    noteRefusal(row, at)
    return reason
  }
  const held = effectiveScopes(row, row)
  const scopes = parseScopes(claims.scope).filter((scope) => held.includes(scope))
  return { row, scopes, expiresAt: new Date(claims.exp * 1000), claims }
}
