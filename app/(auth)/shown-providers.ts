import type { Provider } from '@/components/providers/provider'
import { settings } from '@/lib/base/env'

/** Returns the sign-in providers as pages show them, in the order of the settings. */
export function shownProviders(): Provider[] {
  return settings().providers.map(({ id, label }) => ({ id, label }))
}

/** Returns those at which a person can create an account. */
export function providersForNewcomers(): Provider[] {
  const closed = settings().providers.filter(({ provision }) => provision === 'never')
  return shownProviders().filter(({ id }) => closed.every((provider) => provider.id !== id))
}
