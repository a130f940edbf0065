import { notifyOwner } from '@/lib/accounts/notify-owner'
import { now, secondsAfter } from '@/lib/clock'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors/app-error'
import { findSecret } from '@/lib/gate/secret-reader'
import type { SecretRow } from '@/lib/gate/secret-row'
import { instanceSecret } from '@/lib/instance-secret'
import { requestContext } from '@/lib/request-context'
import { endTokens } from '@/lib/tokens/end-tokens'
import { digestTextOf, parseKey, successorOf, type TokenSecret } from '@/lib/tokens/token-key'
import { findMakingTime, lockLiveToken, spendSecret } from '@/lib/tokens/token-secret-store'
import { whyDead } from '@/lib/tokens/why-dead'
import { noteUse } from '@/lib/usage/note-use'

// Within it a retry, or another tab with the same token, gets what the first one got.
const RETRY_SECONDS = 30

/** A refresh family that was renewed. */
export interface RenewedFamily {
  familyId: string
  userId: string
  endsAt: Date
  authTime: Date
  /** The refresh token that follows on the one that was shown. */
  key: TokenSecret
  /** When it was made: the same instant for everybody who showed the same token. */
  madeAt: Date
}

/**
 * Replaces a refresh token (RFC 9700 section 4.14.2). However many show the same one at once,
 * and for 30 s after, all get the same successor. One that is shown after that was stolen, or
 * its successor was: the family ends, for both.
 * @throws AppError refresh_invalid
 */
export async function renewRefreshToken(text: string): Promise<RenewedFamily> {
  const parsed = parseKey(text)
  const row = parsed?.kind === 'refresh' ? await findSecret(digestTextOf(parsed.key)) : null
  if (parsed === null || row === null) throw new AppError('refresh_invalid')
  const at = now()
  const reason = whyDead(row, at.getTime())
  if (reason === 'token_superseded') await endStolenFamily(row)
  if (reason !== null) throw new AppError('refresh_invalid')
  const key = successorOf(parsed.key, instanceSecret())
  const madeAt = await spend(row, key, at)
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

/** Puts `successor` in the place of a secret, unless somebody did before; when it was made. */
async function spend(row: SecretRow, successor: TokenSecret, at: Date): Promise<Date> {
  const { secretId: id, tokenId, userId } = row
  const madeAt = await transaction(async (tx) => {
    if (!(await lockLiveToken(tx, userId, tokenId, 'refresh'))) return null
    await spendSecret(tx, { id, tokenId, successor, at, graceUntil: secondsAfter(at, RETRY_SECONDS) })
    return findMakingTime(tx, successor)
  })
  if (madeAt === null) throw new AppError('refresh_invalid')
  return madeAt
}

async function endStolenFamily({ tokenId, tokenName, userId }: SecretRow): Promise<void> {
  await transaction(async (tx) => {
    const ended = await endTokens(tx, { userId }, { ids: [tokenId] }, 'reuse_detected')
    if (ended > 0) await notifyOwner(tx, userId, 'refresh_reused', { device: tokenName })
  })
}
