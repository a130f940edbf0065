import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import { presentToken } from '@/lib/domain/tokens/present-token'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { digestTextOf, parseKey } from '@/lib/keys/token-key'
import { findOwnToken } from '@/lib/domain/tokens/token-store'

/**
 * The principal's own token of a whole key, live or dead. Looking at a key does not use it, and
 * the key of another account is answered like text that is no key at all.
 * @throws AppError token_not_found
 */
export async function findTokenOfKey(principal: Principal, key: string): Promise<TokenView> {
  const parsed = parseKey(key)
  const secret = parsed && (await findSecret(digestTextOf(parsed.key)))
  const token = secret && (await findOwnToken(principal.userId, secret.tokenId))
  if (token === null) throw new AppError('token_not_found')
  return presentToken(token, principal)
}
