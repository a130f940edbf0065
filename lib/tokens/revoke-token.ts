import type { Principal } from '@/lib/auth/principal'
import { AppError } from '@/lib/errors/app-error'
import { endToken } from '@/lib/tokens/end-token'
import type { RevokedReason } from '@/lib/tokens/token-store'

/**
 * Revokes one of the principal's tokens: it is refused from the next request on. Another
 * account's token, and one that is revoked already, are answered as absent.
 * @throws AppError token_not_found
 */
export async function revokeToken(principal: Principal, id: string, reason: RevokedReason): Promise<void> {
  if (!(await endToken(principal, id, reason))) throw new AppError('token_not_found')
}
