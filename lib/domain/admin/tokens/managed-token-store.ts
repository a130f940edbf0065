import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { Prisma, RevokedReason } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { unusedSince } from '@/lib/domain/tokens/token-filter'
import type { TokenKind } from '@/lib/keys/token-key'

const OWNER = { id: true, username: true, email: true, isActive: true, isAdmin: true } as const

/** What a view of any token needs beside it. */
export const withOwner = {
  secrets: { orderBy: { createdAt: 'desc' } },
  user: { select: OWNER },
} as const satisfies Prisma.TokenInclude

/** A stored token with its secrets, newest first, and its owner. */
export type ManagedTokenRow = Prisma.TokenGetPayload<{ include: typeof withOwner }>

interface OwnersTokens {
  ownerId: string
  kinds: readonly TokenKind[]
}

/** Which tokens an administrator means. */
export type ManagedSelection = { ids: readonly string[]; unusedSince?: Date | undefined } | OwnersTokens

/** A token that was ended, as far as its owner is told of it. */
export interface EndedToken {
  id: string
  userId: string
  name: string
  kind: TokenKind
}

/** Any token, live or dead. */
export async function findTokenForAdmin(id: string): Promise<ManagedTokenRow | null> {
  return reading((db) => db.token.findUnique({ where: { id }, include: withOwner }))
}

/** Those of `ids` that are not revoked. */
export async function findTokensForAdmin(ids: readonly string[]): Promise<ManagedTokenRow[]> {
  const where = { id: { in: [...ids] }, revokedAt: null }
  return reading((db) => db.token.findMany({ where, include: withOwner, orderBy: { id: 'desc' } }))
}

/** How many tokens `markRevokedForAdmin` would end of one owner, how many of them were used since, and the last so used. */
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

/** Ends tokens of any account and frees their names; those that this call ended. */
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
  // What was used since it was looked for lives on.
  const since = selection.unusedSince
  return { id: { in: [...selection.ids] }, ...(since !== undefined && { AND: [unusedSince(since)] }) }
}
