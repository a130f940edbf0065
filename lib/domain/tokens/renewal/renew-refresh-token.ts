import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { recordAuditOnce } from '@/lib/domain/audit/record-audit'
import { rereadLife } from '@/lib/domain/authority/hold-authority'
import { now, secondsAfter } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import type { SecretRow } from '@/lib/keys/lookup/secret-row'
import { instanceSecret } from '@/lib/base/instance-secret'
import { requestContext } from '@/lib/base/request-context'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { digestTextOf, parseKey, successorOf, type TokenSecret } from '@/lib/keys/token-key'
import { findIssue, spendSecret } from '@/lib/domain/tokens/token-secret-store'
import { whyDead } from '@/lib/keys/why-dead'
import { noteUse } from '@/lib/keys/note-use'

/** A renewed refresh family. */
export interface RenewedFamily {
  familyId: string
  userId: string
  endsAt: Date
  authTime: Date
  /** The successor of the refresh token that was presented. */
  key: TokenSecret
  /** When the successor was issued: the same instant for every request with the same token. */
  madeAt: Date
}

/**
 * Replaces a refresh token (RFC 9700 section 4.14.2). Concurrent requests with the same token, and retries within
 * JWT_REFRESH_RETRY_SECONDS, get the same successor until that successor is used itself. When the token is presented
 * after that, it or its successor was copied: the family is revoked for both holders.
 * @throws AppError refresh_invalid
 */
export async function renewRefreshToken(text: string): Promise<RenewedFamily> {
  const parsed = parseKey(text)
  const row = parsed?.kind === 'refresh' ? await findSecret(digestTextOf(parsed.key)) : null
  if (parsed === null || row === null) throw new AppError('refresh_invalid')
  const at = now()
  const key = successorOf(parsed.key, instanceSecret())
  const madeAt = await transaction((tx) => renewIn(tx, row, key, at))
  if (madeAt === null) throw new AppError('refresh_invalid')
  noteUse(row, at.getTime(), requestContext().address)
  const { tokenId, userId, expiresAt, authTime } = row
  return {
    familyId: tokenId,
    userId,
    endsAt: new Date(expiresAt ?? at),
    authTime: new Date(authTime ?? at),
    key,
    madeAt,
  }
}

/**
 * Returns when `successor` was issued for the secret of `row`; null when the token was copied and the family is now
 * revoked.
 * @throws AppError refresh_invalid when nothing changes
 */
async function renewIn(tx: Db, row: SecretRow, successor: TokenSecret, at: Date): Promise<Date | null> {
  const life = await rereadLife(tx, row)
  const reason = life && whyDead(life, at.getTime())
  if (life === null || (reason !== null && reason !== 'token_superseded')) {
    throw new AppError('refresh_invalid')
  }
  if (life.validUntil === null) {
    const graceUntil = secondsAfter(at, settings().JWT_REFRESH_RETRY_SECONDS)
    await spendSecret(tx, row, successor, { at, graceUntil })
    return at
  }
  const issue = reason === null ? await findIssue(tx, successor) : null
  if (issue?.isCurrent !== true) {
    await revokeCopiedFamily(tx, row)
    return null
  }
  await recordRetry(tx, row, issue.issuedAt)
  return issue.issuedAt
}

/**
 * Records one row for each replaced token, however often it is sent again: an innocent retry and a thief look alike.
 */
async function recordRetry(tx: Db, { userId, tokenId, tokenName }: SecretRow, since: Date): Promise<void> {
  const target = { type: 'token', id: tokenId } as const
  const actor = { userId, tokenId }
  await recordAuditOnce(
    tx,
    { action: 'jwt.refresh_retried', actor, userId, target, details: { name: tokenName } },
    since,
  )
}

async function revokeCopiedFamily(tx: Db, { tokenId, tokenName, userId }: SecretRow): Promise<void> {
  const revoked = await endTokens(tx, { userId }, { ids: [tokenId] }, 'reuse_detected')
  if (revoked > 0) await notifyOwner(tx, userId, 'refresh_reused', { device: tokenName })
}
