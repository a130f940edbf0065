import type { ErrorCode } from '@/lib/base/errors/catalogue'
import type { SecretRow } from '@/lib/keys/lookup/secret-row'

/** The fields that decide whether a key is valid. */
export type Life = Pick<SecretRow, 'revokedAt' | 'expiresAt' | 'idleExpiresAt' | 'validUntil' | 'isActive'>

/**
 * Returns why the key of a secret is invalid at an instant, in milliseconds; null while it is valid. Only the
 * holder of the whole key may learn the reason.
 */
export function whyDead(row: Life, at: number): ErrorCode | null {
  if (row.revokedAt !== null) return 'token_revoked'
  if (isOver(row.expiresAt, at) || isOver(row.idleExpiresAt, at)) return 'token_expired'
  if (isOver(row.validUntil, at)) return 'token_superseded'
  if (!row.isActive) return 'owner_inactive'
  return null
}

/** Whether `end` has passed. At the instant itself it has. */
function isOver(end: number | null, at: number): boolean {
  return end !== null && end <= at
}
