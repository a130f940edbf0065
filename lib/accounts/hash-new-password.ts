import { ownWordsOf, passwordFault } from '@/lib/accounts/password-policy'
import { hashPassword, type PasswordHash, type PasswordPlaintext } from '@/lib/crypto/password-hash'
import { settings } from '@/lib/env'
import { invalidField } from '@/lib/errors/app-error'

/**
 * Hashes a password that was chosen for `owner`, once it keeps the deployment's rules.
 * @throws AppError invalid_input for the field at `pointer`; busy
 */
export async function hashNewPassword(
  password: string,
  pointer: string,
  owner: { username: string; email: string },
): Promise<PasswordHash> {
  const fault = passwordFault(password, ownWordsOf(owner))
  if (fault !== null) throw invalidField(pointer, fault)
  return hashPassword(password as PasswordPlaintext, settings().BCRYPT_COST)
}
