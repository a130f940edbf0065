import type { Provider } from '@/components/providers/provider'
import { settings } from '@/lib/base/env'

/** Returns the sign-in providers as pages show them, in the order of the settings. */
export function shownProviders(): Provider[] {
  return settings().providers.map(({ id, label }) => ({ id, label }))
}
