import { AppError } from '@/lib/base/errors/app-error'
import { findAccessHolder } from '@/lib/domain/jwt/find-access-holder'

/**
 * Requires an access token that is valid now: its signature and claims, a live family and an active owner.
 * @throws AppError token_not_valid
 */
export async function requireValidJwt(token: string): Promise<void> {
  if (typeof (await findAccessHolder(token)) === 'string') throw new AppError('token_not_valid')
}
