import type { Account } from '@/lib/accounts/authenticate-password'
import { presentAccount } from '@/lib/accounts/present-account'
import type { ManagedAccount } from '@/lib/admin/accounts/schema'
import { now } from '@/lib/clock'

/** An account as administrators see it: never with its password. */
export function presentManagedAccount(account: Account): ManagedAccount {
  const { passwordHash, sessionPolicy, lockedUntil } = account
  return {
    ...presentAccount(account),
    has_password: passwordHash !== null,
    session_policy: sessionPolicy ?? 'default',
    locked_until: lockedUntil !== null && lockedUntil > now() ? lockedUntil.toISOString() : null,
  }
}
