import { AppError } from '@/lib/base/errors/app-error'
import { isUniqueViolation } from '@/lib/db/database-error'

/**
 * Translates a unique violation on a username or an email address; returns other errors unchanged. Call it after the
 * transaction has ended.
 */
export function nameTaken(error: unknown): unknown {
  const isUsername =
    isUniqueViolation(error, 'account', ['username_key']) ||
    isUniqueViolation(error, 'username_claim', ['username_key'])
  if (isUsername) return taken('username_taken', '/username', 'That username is taken')
  if (isUniqueViolation(error, 'account', ['email_key'])) {
    return emailTaken('/email')
  }
  return error
}

/**
 * Returns the error for an address that already belongs to an account. `pointer` is null if the input has no such
 * field.
 */
export function emailTaken(pointer: '/email' | null): AppError {
  return taken('email_taken', pointer, 'An account with this email already exists')
}

function taken(code: 'username_taken' | 'email_taken', pointer: string | null, detail: string): AppError {
  return new AppError(code, { detail, errors: pointer === null ? [] : [{ pointer, detail }] })
}
