import { findTokenForAdmin } from '@/lib/domain/admin/tokens/managed-token-store'
import { presentManagedToken } from '@/lib/domain/admin/tokens/present-managed-token'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'
import type { Administrator } from '@/lib/keys/principal'
import { AppError, invalidField } from '@/lib/base/errors/app-error'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import { digestTextOf, parseKey } from '@/lib/keys/token-key'

/**
 * Finds the token that a complete key belongs to, live or dead, even if a rotation has replaced the key. This does not
 * count as a use of the key.
 * @throws AppError invalid_input for text that is not a key; token_not_found
 */
export async function findToken(admin: Administrator, key: string): Promise<ManagedToken> {
  const parsed = parseKey(key)
  if (parsed === null) throw invalidField('/key', 'That’s not a valid token. Check for missing or wrong characters.')
  const secret = await findSecret(digestTextOf(parsed.key))
  const token = secret && (await findTokenForAdmin(secret.tokenId))
  if (token === null) throw new AppError('token_not_found')
  return presentManagedToken(token, admin)
}
