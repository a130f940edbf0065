import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { Prisma, RevokedReason } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { unusedSince } from '@/lib/domain/tokens/token-filter'
import type { TokenKind } from '@/lib/keys/token-key'

const OWNER = { id: true, username: true, email: true, isActive: true, isAdmin: true } as const

/** The relations that the view of a managed token needs. */
export const withOwner = {
  secrets: { orderBy: { createdAt: 'desc' } },
  user: { select: OWNER },
} as const satisfies Prisma.TokenInclude

/** A stored token with its owner and its secrets, newest first. */
export type ManagedTokenRow = Prisma.TokenGetPayload<{ include: typeof withOwner }>

interface OwnersTokens {
  ownerId: string
  kinds: readonly TokenKind[]
}

/** The tokens that an administrator selects. */
export type ManagedSelection = { ids: readonly string[]; unusedSince?: Date | undefined } | OwnersTokens

/** The parts of a revoked token that its owner is told about. */
export interface EndedToken {
  id: string
  userId: string
  name: string
  kind: TokenKind
}

/** Finds any token, live or dead. */
export async function findTokenForAdmin(id: string): Promise<ManagedTokenRow | null> {
  return reading((db) => db.token.findUnique({ where: { id }, include: withOwner }))
}

/** Returns those of `ids` that are not revoked. */
export async function findTokensForAdmin(ids: readonly string[]): Promise<ManagedTokenRow[]> {
  const where = { id: { in: [...ids] }, revokedAt: null }
  return reading((db) => db.token.findMany({ where, include: withOwner, orderBy: { id: 'desc' } }))
}

/**
 * Counts the tokens of one owner that `markRevokedForAdmin` would revoke and those of them used since `since`, and
 * returns the latest used.
 */
export async function findOwnersTokensForAdmin(
  selection: OwnersTokens,
  since: Date,
  latestMax: number,
): Promise<{ count: number; recentCount: number; latest: ManagedTokenRow[] }> {
  const where = { revokedAt: null, ...whereOf(selection) }
  const recent = { ...where, lastUsedAt: { gte: since } }
  return reading(async (db) => ({
    count: await db.token.count({ where }),
    recentCount: await db.token.count({ where: recent }),
    latest: await db.token.findMany({
      where: recent,
      include: withOwner,
      orderBy: { lastUsedAt: 'desc' },
      take: latestMax,
    }),
  }))
}

/** Revokes tokens of any account and frees their names. Returns those that this statement revoked. */
export async function markRevokedForAdmin(
  tx: Db,
  selection: ManagedSelection,
  reason: RevokedReason,
): Promise<EndedToken[]> {
  return tx.token.updateManyAndReturn({
    where: { revokedAt: null, ...whereOf(selection) },
    data: { revokedAt: now(), revokedReason: reason, liveNameKey: null, revision: { increment: 1 } },
    select: { id: true, userId: true, name: true, kind: true },
  })
}

function whereOf(selection: ManagedSelection): Prisma.TokenWhereInput {
  if ('ownerId' in selection) return { userId: selection.ownerId, kind: { in: [...selection.kinds] } }
  // A token that was used after it was selected stays live.
  const since = selection.unusedSince
  return { id: { in: [...selection.ids] }, ...(since !== undefined && { AND: [unusedSince(since)] }) }
}
