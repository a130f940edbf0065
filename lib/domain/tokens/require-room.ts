import type { Db } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { countLivePersonalTokens, lockOwner } from '@/lib/domain/tokens/token-store'

/**
 * Locks the owner's row and requires room for one more live personal token; `exceptId` is not counted.
 * @throws AppError owner_inactive, token_limit_reached
 */
export async function requireRoom(tx: Db, userId: string, exceptId?: string): Promise<void> {
  if (!(await lockOwner(tx, userId))) throw new AppError('owner_inactive', { credentialSent: true })
  const { TOKENS_PER_USER } = settings()
  if ((await countLivePersonalTokens(tx, userId, exceptId)) < TOKENS_PER_USER) return
  const detail = `You can have at most ${TOKENS_PER_USER} active tokens. Revoke one you no longer need.`
  throw new AppError('token_limit_reached', { detail })
}
