import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import type { ChangeAccountInput } from '@/lib/domain/admin/accounts/schema'
import type { AuditAction } from '@/lib/domain/audit/record-audit'
import type { AdminChange } from '@/lib/domain/mail/mail'

/** Fields of an account that an administrator changes, as the API names them. */
export type AccountFields = Omit<ChangeAccountInput, 'password'>

/** What a change makes different: each field that does not stay, as it was and as it is to be. */
export interface AccountChange {
  before: AccountFields
  after: AccountFields
}

/** The part of `wanted` that differs from how the account stands; null where all stays. */
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

/** Under which actions a change stands in the trail: those of its standing, or else the one of all other fields. */
export function actionsOf({ is_active: isActive, is_admin: isAdmin }: AccountFields): AuditAction[] {
  const actions: AuditAction[] = []
  if (isActive !== undefined) actions.push(isActive ? 'account.activated' : 'account.deactivated')
  if (isAdmin !== undefined) actions.push(isAdmin ? 'account.admin_granted' : 'account.admin_withdrawn')
  return actions.length > 0 ? actions : ['account.updated']
}

/** What the owner is told of a change; names that only people read are no matter of security. */
export function toldOf({ is_active: isActive, is_admin: isAdmin, username }: AccountFields): AdminChange[] {
  const told: AdminChange[] = []
  if (username !== undefined) told.push('renamed')
  if (isActive !== undefined) told.push(isActive ? 'activated' : 'deactivated')
  if (isAdmin !== undefined) told.push(isAdmin ? 'admin_granted' : 'admin_withdrawn')
  return told
}
