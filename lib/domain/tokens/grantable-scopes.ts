import { ADMIN_SCOPES } from '@/lib/keys/effective-scopes'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * The scopes that an owner may give to a token, of those asked for, each once.
 * @throws AppError invalid_input with a pointer to each that may not be given
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
