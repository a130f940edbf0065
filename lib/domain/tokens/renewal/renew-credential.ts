import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/base/errors/app-error'
import { generateKey, type TokenKind, type TokenSecret } from '@/lib/keys/token-key'
import { lockLiveToken, renewAuthTime, replaceSecret } from '@/lib/domain/tokens/token-secret-store'

/** The acting session or app, as a principal names it. */
interface Holder {
  userId: string
  tokenId: string
  kind: TokenKind
}

/**
 * Records that a session or app has just verified the password.
 * @throws AppError token_revoked when it is no longer live
 */
export async function renewStepUp(tx: Db, { userId, tokenId, kind }: Holder): Promise<void> {
  if (!(await lockLiveToken(tx, userId, tokenId, kind))) throw new AppError('token_revoked', { credentialSent: true })
  await renewAuthTime(tx, tokenId)
}

/**
 * Does the same and replaces the key; the old key stops working immediately. A key that an attacker planted or saw is
 * useless after that.
 * @throws AppError token_revoked when it is no longer live
 */
export async function replaceKey(tx: Db, holder: Holder): Promise<TokenSecret> {
  await renewStepUp(tx, holder)
  const key = generateKey(holder.kind)
  await replaceSecret(tx, holder.tokenId, key, now())
  return key
}
