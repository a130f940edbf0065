import type { Principal } from '@/lib/auth/principal'
import { AppError } from '@/lib/errors/app-error'
import { findSecret } from '@/lib/gate/secret-reader'
import { presentToken } from '@/lib/tokens/present-token'
import type { TokenView } from '@/lib/tokens/schema'
import { digestTextOf, parseKey } from '@/lib/tokens/token-key'
import { findOwnToken } from '@/lib/tokens/token-store'

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
