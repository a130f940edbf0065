import type { ErrorCode } from '@/lib/base/errors/catalogue'
import type { SecretRow } from '@/lib/keys/lookup/secret-row'

/** What a verdict on a key depends on. */
export type Life = Pick<SecretRow, 'revokedAt' | 'expiresAt' | 'idleExpiresAt' | 'validUntil' | 'isActive'>

/**
 * Why the key of a secret is refused at an instant, in milliseconds; null while it is good.
 * The reason is only for the holder of the whole key.
 */
export function whyDead(row: Life, at: number): ErrorCode | null {
  if (row.revokedAt !== null) return 'token_revoked'
  if (isOver(row.expiresAt, at) || isOver(row.idleExpiresAt, at)) return 'token_expired'
  if (isOver(row.validUntil, at)) return 'token_superseded'
  if (!row.isActive) return 'owner_inactive'
  return null
}

/** Whether an end has come; the instant itself is already over. */
function isOver(end: number | null, at: number): boolean {
  return end !== null && end <= at
}
