import { ADMIN_SCOPES } from '@/lib/keys/effective-scopes'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Returns the requested scopes without duplicates, if the owner may grant all of them to a token.
 * @throws AppError invalid_input with a pointer to each scope that the owner may not grant
 */
export function grantableScopes(owner: { isAdmin: boolean }, asked: readonly string[]): string[] {
  const grantable = [...settings().TOKEN_SCOPES, ...(owner.isAdmin ? ADMIN_SCOPES : [])]
  const errors = asked.flatMap((scope, index) =>
    grantable.includes(scope)
      ? []
      : [{ pointer: `/scopes/${index}`, detail: `Must be one of ${grantable.join(', ')}` }],
  )
  if (errors.length > 0) throw new AppError('invalid_input', { errors })
  return [...new Set(asked)]
}
