'use client'

import { useLinkSecrets } from '@/components/links/use-link-secrets'
import type { Provider } from '@/components/providers/provider'
import { ProviderButtons } from '@/components/providers/provider-buttons'

/** Creates an account at a provider. The secret of an invitation link goes with the visit. */
export function RegisterWithProvider({ providers }: { providers: readonly Provider[] }) {
  const { secrets } = useLinkSecrets()
  const invite = secrets?.get('invite')
  return <ProviderButtons providers={providers} input={invite ? { invite } : {}} />
}
