import { passwordWeakness } from '@/lib/accounts/password-weakness'
import { hashPassword, type PasswordHash, type PasswordPlaintext } from '@/lib/crypto/password-hash'
import { settings } from '@/lib/env'
import { invalidField } from '@/lib/errors/app-error'

/** Whose password it will be: an attacker tries these words first. */
interface PasswordOwner {
  username: string
  email: string
}

/**
 * Hashes a password that was chosen, once it keeps the deployment's rules: long enough,
 * counted in characters (code points), and not easily guessed. Nothing is asked of its
 * composition.
 * @throws AppError invalid_input for the field at `pointer`; busy
 */
export async function hashNewPassword(password: string, pointer: string, owner: PasswordOwner): Promise<PasswordHash> {
  const { PASSWORD_MIN_LENGTH, BCRYPT_COST } = settings()
  if ([...password].length < PASSWORD_MIN_LENGTH) {
    throw invalidField(pointer, `Must have at least ${PASSWORD_MIN_LENGTH} characters`)
  }
  const weakness = passwordWeakness(password, [owner.username, owner.email, owner.email.split('@')[0] ?? ''])
  if (weakness !== null) throw invalidField(pointer, weakness)
  return hashPassword(password as PasswordPlaintext, BCRYPT_COST)
}
