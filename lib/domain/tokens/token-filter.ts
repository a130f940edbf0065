import { now } from '@/lib/base/clock'
import type { Prisma } from '@/lib/db/generated/sqlite/client'

/** Tokens of which neither clock has run out. */
export function notExpired(): Prisma.TokenWhereInput {
  const at = now()
  const isAhead = (field: 'expiresAt' | 'idleExpiresAt') => ({ OR: [{ [field]: null }, { [field]: { gt: at } }] })
  return { AND: [isAhead('expiresAt'), isAhead('idleExpiresAt')] }
}

/** Tokens that stand as `status`. */
export function hasStatus(status: 'active' | 'expired' | 'revoked' | 'ended'): Prisma.TokenWhereInput {
  if (status === 'revoked') return { revokedAt: { not: null } }
  if (status === 'active') return { revokedAt: null, ...notExpired() }
  const at = now()
  const expired = [{ expiresAt: { lte: at } }, { idleExpiresAt: { lte: at } }]
  return status === 'expired' ? { revokedAt: null, OR: expired } : { OR: [{ revokedAt: { not: null } }, ...expired] }
}

/** Tokens that nobody has used since `since`, and that are older than that. */
export function unusedSince(since: Date): Prisma.TokenWhereInput {
  return { OR: [{ lastUsedAt: { lt: since } }, { lastUsedAt: null, createdAt: { lt: since } }] }
}
