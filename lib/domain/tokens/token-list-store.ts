import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import type { OrderedBy, Position } from '@/lib/base/paging/cursor'
import { foldName } from '@/lib/base/schema/fold-name'
import type { TokenFilters, TokenSort } from '@/lib/domain/tokens/schema'
import { hasStatus, unusedSince } from '@/lib/domain/tokens/token-filter'
import type { TokenKind } from '@/lib/keys/token-key'
import { withSecrets, type TokenRow } from '@/lib/domain/tokens/token-store'

type Field = 'id' | 'nameKey' | 'lastUsedAt' | 'expiresAt'

const ORDERS: Record<TokenSort, { field: Field; direction: 'asc' | 'desc' }> = {
  created_at: { field: 'id', direction: 'asc' },
  '-created_at': { field: 'id', direction: 'desc' },
  name: { field: 'nameKey', direction: 'asc' },
  '-name': { field: 'nameKey', direction: 'desc' },
  last_used_at: { field: 'lastUsedAt', direction: 'asc' },
  '-last_used_at': { field: 'lastUsedAt', direction: 'desc' },
  expires_at: { field: 'expiresAt', direction: 'asc' },
  '-expires_at': { field: 'expiresAt', direction: 'desc' },
}

/** The filters of a list of tokens, which may include several kinds. */
export type TokenSelectors = Omit<TokenFilters, 'kind'> & { kind?: TokenKind | TokenKind[] | undefined }

/** Returns a page of the owner's tokens after `after`, plus one more row when there is a next page. */
export async function listOwnTokens(
  userId: string,
  filters: TokenSelectors,
  sort: TokenSort,
  after: Position | null,
  limit: number,
): Promise<TokenRow[]> {
  const { field, direction } = ORDERS[sort]
  const remaining = after === null ? {} : comesAfter(field, direction, after)
  return reading((db) =>
    db.token.findMany({
      where: { AND: [ownedBy(userId, filters), remaining] },
      include: withSecrets,
      orderBy: orderOf(field, direction),
      take: limit + 1,
    }),
  )
}

/** Counts the owner's tokens that match the filters. */
export async function countOwnTokens(userId: string, filters: TokenFilters): Promise<number> {
  return reading((db) => db.token.count({ where: ownedBy(userId, filters) }))
}

/** Returns the names and kinds of those `ids` that are tokens of this owner. */
export async function findOwnTokenNames(userId: string, ids: readonly string[]) {
  const where = { userId, id: { in: [...ids] } }
  return reading((db) => db.token.findMany({ where, select: { id: true, name: true, kind: true } }))
}

/** Returns the type of value that this order sorts by. */
export function orderedBy(sort: TokenSort): OrderedBy {
  const { field } = ORDERS[sort]
  if (field === 'id') return 'id'
  return field === 'nameKey' ? 'text' : 'instant'
}

/** Returns the position of a row in a list with this order. */
export function positionOf(token: TokenRow, sort: TokenSort): Position {
  const { field } = ORDERS[sort]
  const value = field === 'id' ? null : token[field]
  return { id: token.id, value: value instanceof Date ? value.toISOString() : value }
}

function ownedBy(userId: string, { kind, status, q, unused_since, expires_before }: TokenSelectors) {
  return {
    userId,
    ...(kind && { kind: { in: [kind].flat() } }),
    AND: [
      status ? hasStatus(status) : {},
      q === undefined ? {} : matching(q),
      unused_since === undefined ? {} : { revokedAt: null, ...unusedSince(new Date(unused_since)) },
      expires_before === undefined ? {} : { expiresAt: { lt: new Date(expires_before) } },
    ],
  } satisfies Prisma.TokenWhereInput
}

/** Matches a part of the name, or the last characters of the key. */
function matching(q: string): Prisma.TokenWhereInput {
  return { OR: [{ nameKey: { contains: foldName(q) } }, { secrets: { some: { hint: { endsWith: q } } } }] }
}

/** Sorts empty values last in both directions, and rows with equal values by id. */
function orderOf(field: Field, direction: 'asc' | 'desc'): Prisma.TokenOrderByWithRelationInput[] {
  if (field === 'id') return [{ id: direction }]
  if (field === 'nameKey') return [{ nameKey: direction }, { id: direction }]
  return [{ [field]: { sort: direction, nulls: 'last' } }, { id: direction }]
}

function comesAfter(field: Field, direction: 'asc' | 'desc', { value, id }: Position): Prisma.TokenWhereInput {
  const beyond = direction === 'asc' ? 'gt' : 'lt'
  if (field === 'id') return { id: { [beyond]: id } }
  const next = { id: { [beyond]: id } }
  if (value === null) return { [field]: null, ...next }
  const typed = field === 'nameKey' ? value : new Date(value)
  const empty = field === 'nameKey' ? [] : [{ [field]: null }]
  return { OR: [{ [field]: { [beyond]: typed } }, { [field]: typed, ...next }, ...empty] }
}
