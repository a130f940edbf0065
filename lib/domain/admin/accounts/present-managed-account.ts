import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { presentOwnAccount } from '@/lib/domain/accounts/present-account'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import type { IdentityUse } from '@/lib/domain/admin/accounts/managed-account-store'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'
import { now } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'

/**
 * Builds the view of an account that administrators see. It never contains the password hash. `identities` are those of
 * this account.
 */
export function presentManagedAccount(account: Account, identities: readonly IdentityUse[]): ManagedAccount {
  const { sessionPolicy, lockedUntil } = account
  return {
    ...presentOwnAccount(account),
    session_policy: sessionPolicy ?? 'default',
    locked_until: lockedUntil !== null && lockedUntil > now() ? lockedUntil.toISOString() : null,
    sign_in_methods: [...(hasUsablePassword(account) ? ['password'] : []), ...usableProviders(identities)],
    last_provider_sign_in_at: lastUse(identities)?.toISOString() ?? null,
  }
}

/** The IDs of the configured providers that the identities belong to, in the order of PROVIDERS. */
function usableProviders(identities: readonly IdentityUse[]): string[] {
  const linked = new Set(identities.map(({ provider }) => provider))
  return settings()
    .providers.map(({ id }) => id)
    .filter((id) => linked.has(id))
}

function lastUse(identities: readonly IdentityUse[]): Date | null {
  const uses = identities.map(({ lastUsedAt }) => lastUsedAt)
  return uses.reduce<Date | null>((latest, at) => (latest === null || at > latest ? at : latest), null)
}
