import { demanding, type Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import type { Contract } from '@/lib/base/contract'

/**
 * Checks what a contract requires beyond the kind of credential: a scope of a personal token, the administrator role.
 * @returns the principal, carrying these requirements to the transaction that acts on them
 * @throws AppError insufficient_scope, admin_required
 */
export function requireRights(contract: Contract, principal: Principal): Principal {
  const needsAdmin = contract.role === 'admin'
  const scope = principal.kind === 'personal' ? (contract.scope ?? null) : null
  if (scope !== null && !principal.scopes.includes(scope)) throw new AppError('insufficient_scope')
  if (needsAdmin && !principal.isAdmin) throw new AppError('admin_required')
  return demanding(principal, { needsAdmin, scope })
}
