import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import { presentToken } from '@/lib/domain/tokens/present-token'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { digestTextOf, parseKey } from '@/lib/keys/token-key'
import { findOwnToken } from '@/lib/domain/tokens/token-store'

/**
 * Returns the principal's own token, live or dead, that a whole key belongs to. The lookup does not count as a use. A
 * key of another account gets the same response as text that is no key at all.
 * @throws AppError token_not_found
 */
export async function findTokenOfKey(principal: Principal, key: string): Promise<TokenView> {
  const parsed = parseKey(key)
  const secret = parsed && (await findSecret(digestTextOf(parsed.key)))
  const token = secret && (await findOwnToken(principal.userId, secret.tokenId))
  if (token === null) throw new AppError('token_not_found')
  return presentToken(token, principal)
}
