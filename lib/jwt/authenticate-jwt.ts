import { authorityOf, type Principal } from '@/lib/auth/principal'
import type { PresentedJwt } from '@/lib/auth/read-credential'
import { nowMs } from '@/lib/clock'
import { AppError } from '@/lib/errors/app-error'
import { findAccessHolder } from '@/lib/jwt/find-access-holder'
import { requestContext } from '@/lib/request-context'
import { noteUse } from '@/lib/usage/note-use'

/**
 * Who holds an access token. It acts through its refresh family, and never counts as a
 * recent password.
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
