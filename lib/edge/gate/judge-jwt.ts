import { AppError } from '@/lib/base/errors/app-error'
import type { GoodCredential } from '@/lib/keys/good-credential'
import { findAccessHolder } from '@/lib/domain/jwt/find-access-holder'

/**
 * Judges an access token like a key: by its signature, and by the current row of its family. Returns the error if the
 * token is rejected.
 * @throws AppError store_unavailable
 */
export async function judgeJwt(jwt: string): Promise<GoodCredential | AppError> {
  const holder = await findAccessHolder(jwt)
  if (typeof holder === 'string') return new AppError(holder, { credentialSent: true })
  const { row, scopes, claims } = holder
  return { row, kind: 'access', scopes, expiresAt: holder.expiresAt.getTime(), claims }
}
