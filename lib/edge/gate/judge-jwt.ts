import { AppError } from '@/lib/base/errors/app-error'
import type { GoodCredential } from '@/lib/keys/good-credential'
import { findAccessHolder } from '@/lib/domain/jwt/find-access-holder'

/**
 * An access token, judged like a key: by its signature, and by the row of its family as it
 * stands now. Why it is refused, where it is.
 * @throws AppError store_unavailable
 */
export async function judgeJwt(jwt: string): Promise<GoodCredential | AppError> {
  const holder = await findAccessHolder(jwt)
  if (typeof holder === 'string') return new AppError(holder, { credentialSent: true })
  const { row, scopes, claims } = holder
  return { row, kind: 'access', scopes, expiresAt: holder.expiresAt.getTime(), claims }
}
