import { hashPassword, type PasswordHash, type PasswordPlaintext } from '@/lib/crypto/password-hash'
import { settings } from '@/lib/env'
import { invalidField } from '@/lib/errors/app-error'

/**
 * Hashes a password that was chosen, once it keeps the deployment's rules. Length is counted
 * in characters (code points); there are no rules of composition.
 * @throws AppError invalid_input for the field at `pointer`; busy
 */
export async function hashNewPassword(password: string, pointer: string): Promise<PasswordHash> {
  const { PASSWORD_MIN_LENGTH, BCRYPT_COST } = settings()
  if ([...password].length < PASSWORD_MIN_LENGTH) {
    throw invalidField(pointer, `Must have at least ${PASSWORD_MIN_LENGTH} characters`)
  }
  return hashPassword(password as PasswordPlaintext, BCRYPT_COST)
}
