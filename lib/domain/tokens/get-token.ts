import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import { presentToken } from '@/lib/domain/tokens/present-token'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { findOwnToken } from '@/lib/domain/tokens/token-store'

/**
 * One of the principal's tokens, live or dead; a personal token and an access token see only themselves. Another
 * account's token is answered as absent.
 * @throws AppError token_not_found
 */
export async function getToken(principal: Principal, id: string): Promise<TokenView> {
  const seesAll = principal.kind === 'session' || principal.kind === 'device'
  const isVisible = seesAll || principal.tokenId === id
  const token = isVisible ? await findOwnToken(principal.userId, id) : null
  if (token === null) throw new AppError('token_not_found')
  return presentToken(token, principal)
}
