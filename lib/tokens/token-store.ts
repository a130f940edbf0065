import { now } from '@/lib/clock'
import type { Db } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/database-error'
import type { Prisma, RevokedReason } from '@/lib/db/generated/sqlite/client'
import { reading, transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors/app-error'
import { foldName } from '@/lib/schema/fold-name'
import type { ListTokensQuery } from '@/lib/tokens/schema'
import { digestOf, hintOf, type TokenDigest, type TokenKind, type TokenSecret } from '@/lib/tokens/token-key'

const withSecrets = { secrets: { orderBy: { createdAt: 'desc' } } } as const satisfies Prisma.TokenInclude
const withOwner = { token: { include: { user: true } } } as const satisfies Prisma.TokenSecretInclude

/** A stored token with its secrets, newest first. */
export type TokenRow = Prisma.TokenGetPayload<{ include: typeof withSecrets }>
/** A stored secret with its token and the token's owner. */
export type SecretRow = Prisma.TokenSecretGetPayload<{ include: typeof withOwner }>

export type { RevokedReason }

interface NewToken {
  userId: string
  kind: TokenKind
  name: string
  scopes: readonly string[]
  key: TokenSecret
  expiresAt: Date | null
  authTime: Date | null
  address: string | null
  userAgent: string | null
}

/** Stores a token with its first secret: the digest and the hint, never the key. */
export async function insertToken(tx: Db, token: NewToken): Promise<TokenRow> {
  const at = now()
  return tx.token.create({
    data: {
      userId: token.userId,
      kind: token.kind,
      name: token.name,
      liveNameKey: token.kind === 'personal' ? foldName(token.name) : null,
      scopes: token.scopes.join(' '),
      createdAt: at,
      createdAddress: token.address,
      userAgent: token.userAgent,
      expiresAt: token.expiresAt,
      authTime: token.authTime,
      secrets: { create: [{ digest: digestOf(token.key), hint: hintOf(token.key), createdAt: at }] },
    },
    include: withSecrets,
  })
}

/** Translates the violation of the unique name, once the transaction is over; other errors stay as they are. */
export function takenTokenName(error: unknown): unknown {
  if (!isUniqueViolation(error, 'token', ['user_id', 'live_name_key'])) return error
  const detail = 'You have a token of this name already'
  return new AppError('name_taken', { detail, errors: [{ pointer: '/name', detail }] })
}

/**
 * Takes the owner's row, so that whoever counts this account's tokens next waits for this
 * transaction. False when the owner is not active any more.
 */
export async function lockOwner(tx: Db, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true },
    data: { revision: { increment: 1 } },
  })
  return count === 1
}

/** How many personal tokens of the owner are neither revoked nor expired. Call after `lockOwner`. */
export async function countLivePersonalTokens(tx: Db, userId: string): Promise<number> {
  return tx.token.count({ where: { userId, kind: 'personal', revokedAt: null, ...notExpired() } })
}

/** The secret with exactly this digest; the only way by which a key is ever found. */
export async function findSecretForAuthentication(digest: TokenDigest): Promise<SecretRow | null> {
  return reading((db) => db.tokenSecret.findUnique({ where: { digest }, include: withOwner }))
}

/** A token of this owner, live or dead. */
export async function findOwnToken(userId: string, id: string): Promise<TokenRow | null> {
  return reading((db) => db.token.findUnique({ where: { id, userId }, include: withSecrets }))
}

/** A page of the owner's tokens, newest first, and one more row where there is a next page. */
export async function listOwnTokens(userId: string, query: ListTokensQuery, limit: number): Promise<TokenRow[]> {
  const where: Prisma.TokenWhereInput = {
    userId,
    ...(query.kind && { kind: query.kind }),
    ...(query.cursor && { id: { lt: query.cursor } }),
    ...(query.status && statusFilter(query.status)),
  }
  const page = { where, include: withSecrets, orderBy: { id: 'desc' }, take: limit + 1 } as const
  return reading((db) => db.token.findMany(page))
}

/** Renames a token of this owner that is not revoked; false when there is none. */
export async function renameOwnToken(tx: Db, userId: string, id: string, name: string): Promise<boolean> {
  const where = { id, userId, revokedAt: null }
  const { count } = await tx.token.updateMany({ where, data: { name } })
  // Only personal tokens keep their names to themselves.
  await tx.token.updateMany({ where: { ...where, kind: 'personal' }, data: { liveNameKey: foldName(name) } })
  return count === 1
}

/** Ends a token of this owner and frees its name; false when there is none that lives or has expired. */
export async function markRevoked(tx: Db, userId: string, id: string, reason: RevokedReason): Promise<boolean> {
  const { count } = await tx.token.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now(), revokedReason: reason, liveNameKey: null },
  })
  return count === 1
}

const USE_RECORDED_EVERY_MS = 60_000

/** Notes that a secret was used: forward only, and at most once a minute for each token. */
export async function recordUse(row: SecretRow, at: Date, address: string | null): Promise<void> {
  const before = new Date(at.getTime() - USE_RECORDED_EVERY_MS)
  if (row.token.lastUsedAt !== null && row.token.lastUsedAt > before) return
  await transaction(async (tx) => {
    const isStale = { OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: before } }] }
    await tx.token.updateMany({
      where: { id: row.tokenId, ...isStale },
      data: { lastUsedAt: at, lastUsedAddress: address },
    })
    await tx.tokenSecret.updateMany({ where: { id: row.id, ...isStale }, data: { lastUsedAt: at } })
  })
}

function notExpired(): Prisma.TokenWhereInput {
  const at = now()
  const isAhead = (field: 'expiresAt' | 'idleExpiresAt') => ({ OR: [{ [field]: null }, { [field]: { gt: at } }] })
  return { AND: [isAhead('expiresAt'), isAhead('idleExpiresAt')] }
}

function statusFilter(status: 'active' | 'expired' | 'revoked'): Prisma.TokenWhereInput {
  if (status === 'revoked') return { revokedAt: { not: null } }
  if (status === 'active') return { revokedAt: null, ...notExpired() }
  const at = now()
  return { revokedAt: null, OR: [{ expiresAt: { lte: at } }, { idleExpiresAt: { lte: at } }] }
}
