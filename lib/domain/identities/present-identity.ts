import { settings } from '@/lib/base/env'
import type { Identity } from '@/lib/domain/identities/identity-store'
import type { IdentityView } from '@/lib/domain/identities/schema'

/** Returns the name of a provider for people; its ID if it is no longer configured. */
export function labelOf(provider: string): string {
  return settings().providers.find(({ id }) => id === provider)?.label ?? provider
}

/** Builds the view of an identity that administrators see. */
export function presentManagedIdentity(identity: Identity): Omit<IdentityView, 'last_way_in'> {
  const { id, provider, email, username, createdAt, lastUsedAt } = identity
  return {
    id,
    provider,
    label: labelOf(provider),
    email,
    username,
    created_at: createdAt.toISOString(),
    last_used_at: lastUsedAt.toISOString(),
  }
}

/** Builds the view of an identity that its owner sees. */
export function presentIdentity(identity: Identity, isLastWayIn: boolean): IdentityView {
  return { ...presentManagedIdentity(identity), last_way_in: isLastWayIn }
}
