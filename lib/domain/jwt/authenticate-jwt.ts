import { authorityOf, type Principal } from '@/lib/keys/principal'
import type { PresentedJwt } from '@/lib/keys/credential'
import { nowMs } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import { findAccessHolder } from '@/lib/domain/jwt/find-access-holder'
import { requestContext } from '@/lib/base/request-context'
import { noteUse } from '@/lib/keys/note-use'

/**
 * Authenticates the holder of an access token. The token acts through its refresh family and never counts as a recent
 * password.
 * @throws AppError token_unknown, token_expired, token_revoked, owner_inactive
 */
export async function authenticateJwt({ jwt }: PresentedJwt): Promise<Principal> {
  const holder = await findAccessHolder(jwt)
  if (typeof holder === 'string') throw new AppError(holder, { credentialSent: true })
  const { row, scopes, expiresAt } = holder
  noteUse(row, nowMs(), requestContext().address)
  return {
    userId: row.userId,
    username: row.username,
    isAdmin: row.isAdmin,
    tokenId: row.tokenId,
    tokenName: row.tokenName,
    kind: 'access',
    scopes,
    expiresAt,
    authTime: null,
    authority: authorityOf(null),
  }
}
