import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/base/errors/app-error'
import { generateKey, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'
import { lockLiveToken, renewAuthTime, replaceSecret } from '@/lib/domain/tokens/token-secret-store'

/** A session or device that acts, as a principal names it. */
interface Holder {
  userId: string
  tokenId: string
  kind: TokenKind
}

/**
 * Notes that a session or device has just shown the password.
 * @throws AppError token_revoked when it ended meanwhile
 */
export async function renewStepUp(tx: Db, { userId, tokenId, kind }: Holder): Promise<void> {
  if (!(await lockLiveToken(tx, userId, tokenId, kind))) throw new AppError('token_revoked', { credentialSent: true })
  await renewAuthTime(tx, tokenId)
}

/**
 * The same, under a fresh key; the old one ends at once. A key that somebody planted or saw
 * before is of no use after that.
 * @throws AppError token_revoked when it ended meanwhile
 */
export async function replaceKey(tx: Db, holder: Holder): Promise<TokenSecret> {
  await renewStepUp(tx, holder)
  const key = generateKey(holder.kind)
  await replaceSecret(tx, holder.tokenId, key, now())
  return key
}
