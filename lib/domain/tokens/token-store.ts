import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { isUniqueViolation } from '@/lib/db/database-error'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { AppError } from '@/lib/base/errors/app-error'
import { foldName } from '@/lib/base/schema/fold-name'
import { idleEnd } from '@/lib/keys/idle-clock'
import { notExpired } from '@/lib/domain/tokens/token-filter'
import { digestOf, hintOf, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'

/** The relations that the view of a token needs. */
export const withSecrets = { secrets: { orderBy: { createdAt: 'desc' } } } as const satisfies Prisma.TokenInclude

/** A stored token with its secrets, newest first. */
export type TokenRow = Prisma.TokenGetPayload<{ include: typeof withSecrets }>

interface NewToken {
  userId: string
  kind: TokenKind
  name: string
  scopes: readonly string[]
  key: TokenSecret
  expiresAt: Date | null
  idleSeconds?: number | null | undefined
  authTime: Date | null
  identityId?: string | null | undefined
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
      nameKey: foldName(token.name),
      liveNameKey: token.kind === 'personal' ? foldName(token.name) : null,
      scopes: token.scopes.join(' '),
      createdAt: at,
      createdAddress: token.address,
      userAgent: token.userAgent,
      expiresAt: token.expiresAt,
      idleSeconds: token.idleSeconds ?? null,
      idleExpiresAt: idleEnd(token.idleSeconds ?? null, at),
      authTime: token.authTime,
      identityId: token.identityId ?? null,
      secrets: { create: [{ digest: digestOf(token.key), hint: hintOf(token.key), createdAt: at }] },
    },
    include: withSecrets,
  })
}

/**
 * Translates a violation of the unique name, once the transaction is over, and names the token that has it: a client
 * that never got the response to its first attempt can continue from there. Returns other errors unchanged.
 */
export async function takenTokenName(
  error: unknown,
  userId: string,
  name: string,
  pointer = '/name',
): Promise<unknown> {
  if (!isUniqueViolation(error, 'token', ['user_id', 'live_name_key'])) return error
  return nameTaken(await reading((db) => findNameHolder(db, userId, name)), pointer)
}

/** Returns the id of the owner's personal token that has this name now, or null. */
export async function findNameHolder(db: Db, userId: string, name: string): Promise<string | null> {
  const where = { userId, liveNameKey: foldName(name) }
  return (await db.token.findFirst({ where, select: { id: true } }))?.id ?? null
}

/** Returns the error for a name that another token has. */
export function nameTaken(holderId: string | null, pointer: string): AppError {
  const detail = 'You already have a token with this name'
  const errors = [{ pointer, detail }]
  return new AppError('name_taken', {
    detail,
    errors,
    ...(holderId !== null && { extensions: { token_id: holderId } }),
  })
}

/**
 * Locks the owner's row, so that the next request to count this account's tokens waits for this transaction; false when
 * the owner is not active.
 */
export async function lockOwner(tx: Db, userId: string): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true },
    data: { revision: { increment: 1 } },
  })
  return count === 1
}

/**
 * Counts the owner's personal tokens, except `exceptId`, that are neither revoked nor expired. Call after `lockOwner`.
 */
export async function countLivePersonalTokens(tx: Db, userId: string, exceptId?: string): Promise<number> {
  const others = exceptId === undefined ? {} : { id: { not: exceptId } }
  return tx.token.count({ where: { userId, kind: 'personal', revokedAt: null, ...others, ...notExpired() } })
}

/** Counts the tokens of this owner with this ID that an identity signed in: one or none. */
export async function countTokensOfIdentity(tx: Db, userId: string, id: string, identityId: string): Promise<number> {
  return tx.token.count({ where: { id, userId, identityId } })
}

/** Returns a token of this owner, live or dead, or null. */
export async function findOwnToken(userId: string, id: string): Promise<TokenRow | null> {
  return reading((db) => db.token.findUnique({ where: { id, userId }, include: withSecrets }))
}

/** Renames a token of this owner that is not revoked; false when there is none. */
export async function renameOwnToken(tx: Db, userId: string, id: string, name: string): Promise<boolean> {
  const where = { id, userId, revokedAt: null }
  const { count } = await tx.token.updateMany({ where, data: { name, nameKey: foldName(name) } })
  // Only personal tokens have unique names.
  await tx.token.updateMany({ where: { ...where, kind: 'personal' }, data: { liveNameKey: foldName(name) } })
  return count === 1
}

/** Changes the scopes of a personal token of this owner that is not revoked; false when none has the scopes `from`. */
export async function setOwnScopes(
  tx: Db,
  userId: string,
  id: string,
  { from, to }: { from: readonly string[]; to: readonly string[] },
): Promise<boolean> {
  const where = { id, userId, kind: 'personal', revokedAt: null, scopes: from.join(' ') } as const
  const { count } = await tx.token.updateMany({ where, data: { scopes: to.join(' ') } })
  return count === 1
}
