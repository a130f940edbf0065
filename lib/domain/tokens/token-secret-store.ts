import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/sqlite/client'
import { idleEnd } from '@/lib/keys/idle-clock'
import { notExpired } from '@/lib/domain/tokens/token-filter'
import { withPendingUses } from '@/lib/domain/tokens/with-pending-uses'
import { digestOf, hintOf, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'

/** Locks a live token of this owner for a change of its secrets, while other changes wait; false when there is none. */
export async function lockLiveToken(tx: Db, userId: string, id: string, kind: TokenKind): Promise<boolean> {
  const { count } = await tx.token.updateMany({
    where: { id, userId, kind, revokedAt: null, ...notExpired() },
    data: { revision: { increment: 1 } },
  })
  return count === 1
}

/**
 * Gives a locked token a new secret. The previous secret works until `graceUntil`, and any older one stops working now,
 * so that at most two work at once.
 */
export async function replaceSecret(tx: Db, tokenId: string, key: TokenSecret, graceUntil: Date): Promise<void> {
  const at = now()
  await tx.tokenSecret.updateMany({ where: { tokenId, validUntil: { gt: at } }, data: { validUntil: at } })
  const lastUse = await findLastUse(tx, tokenId)
  await tx.tokenSecret.updateMany({
    where: { tokenId, validUntil: null },
    data: { validUntil: graceUntil, ...lastUse },
  })
  await tx.tokenSecret.create({ data: { tokenId, digest: digestOf(key), hint: hintOf(key), createdAt: at } })
}

/**
 * Returns when and from where a token was last used since its current secret exists; null if it was not. The secret's
 * own row records its first use only.
 */
async function findLastUse(
  tx: Db,
  tokenId: string,
): Promise<{ lastUsedAt: Date; lastUsedAddress: string | null } | null> {
  const current = await tx.tokenSecret.findFirst({ where: { tokenId, validUntil: null }, include: { token: true } })
  if (current === null) return null
  const { lastUsedAt, lastUsedAddress } = withPendingUses(current.token)
  return lastUsedAt !== null && lastUsedAt >= current.createdAt ? { lastUsedAt, lastUsedAddress } : null
}

/** Ends the grace period of a token's previous secret; false when none runs. */
export async function endGrace(tx: Db, userId: string, id: string): Promise<boolean> {
  const at = now()
  const token: Prisma.TokenWhereInput = { id, userId, revokedAt: null }
  const { count } = await tx.tokenSecret.updateMany({
    where: { tokenId: id, token, validUntil: { gt: at } },
    data: { validUntil: at },
  })
  return count > 0
}

/** Records that a locked session or app has verified the password. */
export async function renewAuthTime(tx: Db, id: string): Promise<void> {
  await tx.token.updateMany({ where: { id }, data: { authTime: now() } })
}

/**
 * Moves the expiry of a personal token of this owner that is not revoked, and restarts its idle limit; false when there
 * is none.
 */
export async function moveExpiry(tx: Db, userId: string, id: string, expiresAt: Date): Promise<boolean> {
  const where = { id, userId, kind: 'personal' as const, revokedAt: null }
  const token = await tx.token.findUnique({ where, select: { idleSeconds: true } })
  if (token === null) return false
  const { count } = await tx.token.updateMany({
    where,
    data: { expiresAt, idleExpiresAt: idleEnd(token.idleSeconds, now()), expiryNotedAt: null, reminderStage: null },
  })
  return count === 1
}

/** Makes `successor` the current secret of a locked token; the previous secret can be retried until `graceUntil`. */
export async function spendSecret(
  tx: Db,
  { secretId, tokenId }: { secretId: string; tokenId: string },
  successor: TokenSecret,
  { at, graceUntil }: { at: Date; graceUntil: Date },
): Promise<void> {
  await tx.tokenSecret.update({ where: { id: secretId, tokenId }, data: { validUntil: graceUntil } })
  const data = { tokenId, digest: digestOf(successor), hint: hintOf(successor), createdAt: at }
  await tx.tokenSecret.create({ data })
}

/** Returns when a key was issued, and whether it is the current one of its token; null when it was never issued. */
export async function findIssue(tx: Db, key: TokenSecret): Promise<{ issuedAt: Date; isCurrent: boolean } | null> {
  const secret = await tx.tokenSecret.findUnique({ where: { digest: digestOf(key) } })
  return secret && { issuedAt: secret.createdAt, isCurrent: secret.validUntil === null }
}
