import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import type { ChangeAccountInput } from '@/lib/domain/admin/accounts/schema'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import type { AdminChange } from '@/lib/domain/mail/mail'

/** The account fields that an administrator can change, named as in the API. */
export type AccountFields = Omit<ChangeAccountInput, 'password'>

/** The fields that a change modifies, with their old and new values. */
export interface AccountChange {
  before: AccountFields
  after: AccountFields
}

/** Returns the part of `wanted` that differs from the account, or null if nothing does. */
export function accountChange(account: Account, wanted: AccountFields): AccountChange | null {
  const stands: Required<AccountFields> = {
    first_name: account.firstName,
    last_name: account.lastName,
    username: account.username,
    session_policy: account.sessionPolicy ?? 'default',
    is_active: account.isActive,
    is_admin: account.isAdmin,
  }
  const fields = (Object.keys(stands) as (keyof AccountFields)[]).filter(
    (field) => wanted[field] !== undefined && wanted[field] !== stands[field],
  )
  if (fields.length === 0) return null
  const only = (values: AccountFields): AccountFields =>
    Object.fromEntries(fields.map((field) => [field, values[field]]))
  return { before: only(stands), after: only(wanted) }
}

/**
 * Returns the audit actions for a change: one each for the active state and the role, or `account.updated` if neither
 * changes.
 */
export function actionsOf({ is_active: isActive, is_admin: isAdmin }: AccountFields): AuditAction[] {
  const actions: AuditAction[] = []
  if (isActive !== undefined) actions.push(isActive ? 'account.activated' : 'account.deactivated')
  if (isAdmin !== undefined) actions.push(isAdmin ? 'account.admin_granted' : 'account.admin_withdrawn')
  return actions.length > 0 ? actions : ['account.updated']
}

/** Returns the changes to email the owner about. First and last names are left out: they do not affect security. */
export function toldOf({ is_active: isActive, is_admin: isAdmin, username }: AccountFields): AdminChange[] {
  const told: AdminChange[] = []
  if (username !== undefined) told.push('renamed')
  if (isActive !== undefined) told.push(isActive ? 'activated' : 'deactivated')
  if (isAdmin !== undefined) told.push(isAdmin ? 'admin_granted' : 'admin_withdrawn')
  return told
}
