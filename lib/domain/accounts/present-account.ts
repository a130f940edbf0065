import type { Account } from '@/lib/domain/accounts/account-store'
import type { AccountView, OwnAccountView } from '@/lib/domain/accounts/schema'
import { shownEmail } from '@/lib/base/schema/no-email'

/** Builds the view of an account that its owner sees. */
export function presentAccount(account: Account): AccountView {
  return {
    id: account.id,
    username: account.username,
    email: shownEmail(account.email),
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

/** Builds the same view with what else the owner sees of the account behind a request. */
export function presentOwnAccount(account: Account): OwnAccountView {
  return { ...presentAccount(account), has_password: account.passwordHash !== null }
}
