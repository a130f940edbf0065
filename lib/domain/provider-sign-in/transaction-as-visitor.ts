import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import type { Db } from '@/lib/db/client'
import type { Principal } from '@/lib/keys/principal'

/** Who began a visit to a provider that acts for a session. */
export interface JourneyOwner {
  tokenId: string | null
  userId: string | null
}

const OTHER_SESSION = 'You’re no longer signed in as when you started. Try again.'

/**
 * Runs `work` in a transaction of the session that a visit to a provider began in (see `transactionAs`). The browser must
 * still have that session, and it must still be valid at the commit.
 * @throws AppError provider_failed for another session, or none, or one that has ended
 */
export async function transactionAsVisitor<T>(
  principal: Principal<'session'> | null,
  { tokenId, userId }: JourneyOwner,
  work: (tx: Db, acting: Principal<'session'>) => Promise<T>,
): Promise<T> {
  const isSame = principal !== null && principal.tokenId === tokenId && principal.userId === userId
  if (!isSame) throw new AppError('provider_failed', { detail: OTHER_SESSION })
  try {
    return await transactionAs(principal, work)
  } catch (error) {
    const hasEnded = isAppError(error) && error.status === 401
    throw hasEnded ? new AppError('provider_failed', { detail: OTHER_SESSION, cause: error }) : error
  }
}
