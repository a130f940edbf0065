import { AppError } from '@/lib/base/errors/app-error'
import { isUniqueViolation } from '@/lib/db/database-error'

/** Whether another transaction stored the same identity first. Ask after the transaction has ended. */
export function isIdentityTaken(error: unknown): boolean {
  return isUniqueViolation(error, 'identity', ['issuer', 'subject'])
}

/** Returns the error for an identity that belongs to another account. */
export function identityTaken(): AppError {
  const detail = 'You already use this sign-in with another account. Sign in to that one and remove it there first.'
  return new AppError('identity_taken', { detail })
}
