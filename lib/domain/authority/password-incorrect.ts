import { AppError } from '@/lib/base/errors/app-error'
import { LOCK_RULE } from '@/lib/base/passwords/lock-rule'

/** Returns the error for a wrong password in the field at `pointer`. It is the same while the account is locked. */
export function passwordIncorrect(pointer: string): AppError {
  const detail = `Incorrect password. ${LOCK_RULE}`
  return new AppError('password_incorrect', { detail, errors: [{ pointer, detail }] })
}
