import type { ListManagedTokensQuery } from '@/lib/domain/admin/tokens/schema'
import { withOwner, type ManagedTokenRow } from '@/lib/domain/admin/tokens/managed-token-store'
import { now } from '@/lib/base/clock'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { comesAfter } from '@/lib/base/paging/comes-after'
import type { Stretch } from '@/lib/base/paging/read-stretches'
import { foldName } from '@/lib/base/schema/fold-name'
import { prefixRange } from '@/lib/base/schema/prefix-range'
import { tokenKinds } from '@/lib/domain/tokens/schema'
import { hasStatus, notExpired, unusedSince } from '@/lib/domain/tokens/token-filter'
import type { TokenKind } from '@/lib/keys/token-key'

type Field = 'id' | 'nameKey' | 'createdAt' | 'lastUsedAt' | 'revokedAt' | 'expiresAt' | 'idleExpiresAt'
type Direction = 'asc' | 'desc'
type Where = Prisma.TokenWhereInput

/** Filters for a list of all tokens; the owner is given by id. */
export type ManagedTokenFilters = Pick<
  ListManagedTokensQuery,
  'q' | 'kind' | 'status' | 'unused_since' | 'expires_before'
> & {
  userId: string | null
}

/**
 * Returns the tokens that pass the filters, for administrators, in the order of the index that finds them. Tokens of
 * one account: newest first. With `q`: those with that hint, then by name. Unused: longest unused first.
 * `expires_before`: next to expire first. Revoked: latest first. Expired: those past their expiry date, then idle ones,
 * each latest first. Otherwise: newest first.
 */
export async function tokenStretchesForAdmin(filters: ManagedTokenFilters): Promise<Stretch<ManagedTokenRow>[]> {
  const { q, kind, status, unused_since, expires_before, userId } = filters
  const hinted = q === undefined ? [] : await idsOfHint(q)
  const since = unused_since === undefined ? null : new Date(unused_since)
  const before = expires_before === undefined ? null : new Date(expires_before)
  const where: Where = {
    AND: [
      kind ? isOfKind(kind) : {},
      standsAs(status),
      since ? isUnused(since) : {},
      before ? { NOT: { expiresAt: { gte: before } } } : {},
    ],
  }
  if (userId !== null) return [ofAccount(userId, where, q, hinted)]
  if (q !== undefined) return ofName(q, hinted, where)
  if (since !== null) return ofUnused(where, since)
  if (before !== null) return [ofEnd(where, before, status)]
  if (status === 'revoked')
    return [stretch('revoked', 'revokedAt', 'desc', { AND: [where, { revokedAt: { not: null } }] })]
  if (status === 'expired') return ofExpired(where)
  if (kind) return [stretch('-created_at', 'id', 'desc', { AND: [where, { kind }] })]
  if (status === undefined) return [stretch('-created_at', 'id', 'desc', where)]
  // The index keeps tokens that are not revoked together, ordered by id.
  return [stretch('-created_at', 'id', 'desc', { AND: [where, { revokedAt: null }] }, { revokedAt: 'desc' })]
}

// SQLite prefers an index on an equality to one on a range, even if the equality matches nearly all rows, and then
// sorts a million of them. So a condition that only narrows is written so that no index fits.
const NOT_REVOKED: Where = { NOT: { revokedAt: { not: null } } }

function isOfKind(kind: TokenKind): Where {
  return { NOT: { kind: { in: tokenKinds.filter((other) => other !== kind) } } }
}

function standsAs(status: ManagedTokenFilters['status']): Where {
  if (status === undefined) return {}
  if (status === 'revoked') return hasStatus('revoked')
  if (status === 'active') return { AND: [NOT_REVOKED, notExpired()] }
  const at = now()
  return { AND: [NOT_REVOKED, { OR: [{ expiresAt: { lte: at } }, { idleExpiresAt: { lte: at } }] }] }
}

function isUnused(since: Date): Where {
  return { AND: [NOT_REVOKED, unusedSince(since)] }
}

function ofAccount(userId: string, where: Where, q: string | undefined, hinted: string[]): Stretch<ManagedTokenRow> {
  const match = q === undefined ? {} : { OR: [{ nameKey: prefixRange(foldName(q)) }, { id: { in: hinted } }] }
  return stretch('-created_at', 'id', 'desc', { userId, AND: [where, match] })
}

function ofName(q: string, hinted: string[], where: Where): Stretch<ManagedTokenRow>[] {
  const named = { nameKey: prefixRange(foldName(q)), ...(hinted.length > 0 && { id: { notIn: hinted } }) }
  return [
    ...(hinted.length > 0 ? [stretch('q:hint', 'id', 'desc', { AND: [where, { id: { in: hinted } }] })] : []),
    stretch('q:name', 'nameKey', 'asc', { AND: [where, named] }),
  ]
}

function ofUnused(where: Where, since: Date): Stretch<ManagedTokenRow>[] {
  return [
    stretch(
      'unused:never',
      'createdAt',
      'asc',
      { AND: [where, { lastUsedAt: null, createdAt: { lt: since } }] },
      { lastUsedAt: 'asc' },
    ),
    stretch('unused:since', 'lastUsedAt', 'asc', { AND: [where, { lastUsedAt: { lt: since } }] }),
  ]
}

function ofEnd(where: Where, before: Date, status: ManagedTokenFilters['status']): Stretch<ManagedTokenRow> {
  const expiresAt = { lt: before, ...(status === 'active' && { gt: now() }) }
  return stretch('end', 'expiresAt', 'asc', { AND: [where, { expiresAt }] })
}

function ofExpired(where: Where): Stretch<ManagedTokenRow>[] {
  const at = now()
  const ended = { expiresAt: { lte: at } }
  const idle = { idleExpiresAt: { lte: at }, OR: [{ expiresAt: null }, { expiresAt: { gt: at } }] }
  return [
    stretch('expired:end', 'expiresAt', 'desc', { AND: [where, ended] }),
    stretch('expired:idle', 'idleExpiresAt', 'desc', { AND: [where, idle] }),
  ]
}

/** `first` is a column with the same value in all rows, so that an index that begins with it gives the order. */
function stretch(
  name: string,
  field: Field,
  direction: Direction,
  where: Where,
  first?: Prisma.TokenOrderByWithRelationInput,
): Stretch<ManagedTokenRow> {
  const isDate = field !== 'id' && field !== 'nameKey'
  const byValue = field === 'id' ? [] : [{ [field]: direction }]
  return {
    name,
    orderedBy: orderedBy(field),
    read: async (after, count) => {
      const value = after?.value ?? null
      const typed = after && { id: after.id, value: isDate && value !== null ? new Date(value) : value }
      const remaining = typed === null ? {} : comesAfter<Where>(field, direction, typed)
      return reading((db) =>
        db.token.findMany({
          where: { AND: [where, remaining] },
          include: withOwner,
          orderBy: [...(first ? [first] : []), ...byValue, { id: direction }],
          take: count,
        }),
      )
    },
    positionOf: (row) => {
      const value = field === 'id' ? null : row[field]
      return { id: row.id, value: value instanceof Date ? value.toISOString() : value }
    },
  }
}

function orderedBy(field: Field) {
  if (field === 'id') return 'id'
  return field === 'nameKey' ? 'text' : 'instant'
}

/**
 * Returns the ids of the tokens with the hint `q`: a complete hint, or its last four characters for any kind. Two keys
 * share a hint once in fifteen million.
 */
async function idsOfHint(q: string): Promise<string[]> {
  const isEnd = /^[0-9A-Za-z]{4}$/.test(q)
  const hints = isEnd ? ['lkp_', 'lkd_', 'lks_', 'lkr_'].map((prefix) => `${prefix}…${q}`) : [q.replace('...', '…')]
  const where = { hint: { in: hints } }
  const secrets = await reading((db) => db.tokenSecret.findMany({ where, select: { tokenId: true } }))
  return [...new Set(secrets.map(({ tokenId }) => tokenId))]
}
