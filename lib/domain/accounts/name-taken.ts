import { AppError } from '@/lib/base/errors/app-error'
import { isUniqueViolation } from '@/lib/db/database-error'

/** Translates the violation of a name's unique index, once the transaction is over; other errors stay as they are. */
export function nameTaken(error: unknown): unknown {
  const isUsername =
    isUniqueViolation(error, 'account', ['username_key']) ||
    isUniqueViolation(error, 'username_claim', ['username_key'])
  if (isUsername) return taken('username_taken', '/username', 'This username is taken')
  if (isUniqueViolation(error, 'account', ['email_key'])) {
    return emailTaken('/email')
  }
  return error
}

/** The answer where an address belongs to an account already; `pointer` is null where the input does not name it. */
export function emailTaken(pointer: '/email' | null): AppError {
  return taken('email_taken', pointer, 'This e-mail address belongs to an account already')
}

function taken(code: 'username_taken' | 'email_taken', pointer: string | null, detail: string): AppError {
  return new AppError(code, { detail, errors: pointer === null ? [] : [{ pointer, detail }] })
}
