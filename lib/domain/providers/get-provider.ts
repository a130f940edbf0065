import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'

/** Returns the settings of a provider. @throws AppError provider_not_found */
export function getProvider(id: string): ProviderSettings {
  const provider = settings().providers.find((one) => one.id === id)
  if (provider === undefined) throw new AppError('provider_not_found')
  return provider
}
