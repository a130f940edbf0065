import { effectiveScopes, parseScopes } from '@/lib/keys/effective-scopes'
import { nowMs } from '@/lib/base/clock'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { findNewestSecret } from '@/lib/keys/lookup/secret-reader'
import type { SecretRow } from '@/lib/keys/lookup/secret-row'
import { readAccessToken } from '@/lib/domain/jwt/access-token'
import type { AccessClaims } from '@/lib/keys/access-claims'
import { whyDead } from '@/lib/keys/why-dead'
import { noteRefusal } from '@/lib/keys/note-use'

/** For whom an access token is good, by its refresh family's row as it stands at this moment. */
export interface AccessHolder {
  row: SecretRow
  scopes: readonly string[]
  expiresAt: Date
  /** What the token itself says. */
  claims: AccessClaims
}

/**
 * Who holds an access token: its signature and claims right, and its family and owner alive.
 * @returns a code of 401 where it is good for nothing
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
