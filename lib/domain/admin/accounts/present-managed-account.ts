import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'
import { now } from '@/lib/base/clock'

/** Builds the view of an account that administrators see. It never contains the password hash. */
export function presentManagedAccount(account: Account): ManagedAccount {
  const { passwordHash, sessionPolicy, lockedUntil } = account
  return {
    ...presentAccount(account),
    has_password: passwordHash !== null,
    session_policy: sessionPolicy ?? 'default',
    locked_until: lockedUntil !== null && lockedUntil > now() ? lockedUntil.toISOString() : null,
  }
}
