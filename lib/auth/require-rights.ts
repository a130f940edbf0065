import type { Principal } from '@/lib/auth/principal'
import { AppError } from '@/lib/errors/app-error'
import type { Contract } from '@/lib/http/contract'

/**
 * Holds whoever asks to what a contract wants beyond a kind of credential: a scope of personal
 * tokens, the role of the account.
 * @throws AppError insufficient_scope, admin_required
 */
export function requireRights({ scope, role }: Contract, { kind, scopes, isAdmin }: Principal): void {
  if (scope !== undefined && kind === 'personal' && !scopes.includes(scope)) throw new AppError('insufficient_scope')
  if (role === 'admin' && !isAdmin) throw new AppError('admin_required')
}
