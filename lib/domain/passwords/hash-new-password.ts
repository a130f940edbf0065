import { judgePassword } from '@/lib/domain/passwords/judge-password'
import { lengthFault, ownWordsOf } from '@/lib/domain/passwords/password-policy'
import { hashPassword, type PasswordHash, type PasswordPlaintext } from '@/lib/base/passwords/password-hash'
import { settings } from '@/lib/base/env'
import { invalidField } from '@/lib/base/errors/app-error'

/**
 * Checks a new password of `owner` against the password rules, then hashes it. The check costs as much as the hash:
 * call this after every cheaper check.
 * @throws AppError invalid_input for the field at `pointer`; busy
 */
export async function hashNewPassword(
  password: string,
  pointer: string,
  owner: { username: string; email: string },
): Promise<PasswordHash> {
  const tooShort = lengthFault(password)
  if (tooShort !== null) throw invalidField(pointer, tooShort)
  return hashPassword(password as PasswordPlaintext, settings().BCRYPT_COST, async () => {
    const weakness = await judgePassword(password, ownWordsOf(owner))
    if (weakness !== null) throw invalidField(pointer, weakness)
  })
}
