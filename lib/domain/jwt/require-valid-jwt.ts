import { AppError } from '@/lib/base/errors/app-error'
import { findAccessHolder } from '@/lib/domain/jwt/find-access-holder'

/**
 * Whether an access token is good at this moment: signature and claims, and its family and
 * owner alive.
 * @throws AppError token_not_valid
 */
export async function requireValidJwt(token: string): Promise<void> {
  if (typeof (await findAccessHolder(token)) === 'string') throw new AppError('token_not_valid')
}
