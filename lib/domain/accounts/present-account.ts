import type { Account } from '@/lib/domain/accounts/account-store'
import type { AccountView } from '@/lib/domain/accounts/schema'

/** Builds the view of an account that its owner sees. */
export function presentAccount(account: Account): AccountView {
  return {
    id: account.id,
    username: account.username,
    email: account.email,
    email_verified: account.emailVerifiedAt !== null,
    first_name: account.firstName,
    last_name: account.lastName,
    is_admin: account.isAdmin,
    is_active: account.isActive,
    date_created: account.createdAt.toISOString(),
    date_modified: account.updatedAt.toISOString(),
    last_login: account.lastLoginAt?.toISOString() ?? null,
  }
}
