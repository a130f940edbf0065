import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import { presentToken } from '@/lib/domain/tokens/present-token'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { findOwnToken } from '@/lib/domain/tokens/token-store'

/**
 * Returns one of the principal's tokens, live or dead. A personal token or an access token sees only its own record; a
 * token of another account counts as absent.
 * @throws AppError token_not_found
 */
export async function getToken(principal: Principal, id: string): Promise<TokenView> {
  const seesAll = principal.kind === 'session' || principal.kind === 'device'
  const isVisible = seesAll || principal.tokenId === id
  const token = isVisible ? await findOwnToken(principal.userId, id) : null
  if (token === null) throw new AppError('token_not_found')
  return presentToken(token, principal)
}
