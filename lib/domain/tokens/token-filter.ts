import { now } from '@/lib/base/clock'
import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** Matches tokens that are past neither their expiry nor their idle limit. */
export function notExpired(): Prisma.TokenWhereInput {
  const at = now()
  const isAhead = (field: 'expiresAt' | 'idleExpiresAt') => ({ OR: [{ [field]: null }, { [field]: { gt: at } }] })
  return { AND: [isAhead('expiresAt'), isAhead('idleExpiresAt')] }
}

/** Matches tokens with this status; `ended` means expired or revoked. */
export function hasStatus(status: 'active' | 'expired' | 'revoked' | 'ended'): Prisma.TokenWhereInput {
  if (status === 'revoked') return { revokedAt: { not: null } }
  if (status === 'active') return { revokedAt: null, ...notExpired() }
  const at = now()
  const expired = [{ expiresAt: { lte: at } }, { idleExpiresAt: { lte: at } }]
  return status === 'expired' ? { revokedAt: null, OR: expired } : { OR: [{ revokedAt: { not: null } }, ...expired] }
}

/** Matches tokens that are unused since `since` and older than that. */
export function unusedSince(since: Date): Prisma.TokenWhereInput {
  return { OR: [{ lastUsedAt: { lt: since } }, { lastUsedAt: null, createdAt: { lt: since } }] }
}
