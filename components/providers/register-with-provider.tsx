'use client'

import { MissingLink } from '@/components/links/missing-link'
import { useLinkSecrets } from '@/components/links/use-link-secrets'
import type { Provider } from '@/components/providers/provider'
import { ProviderButtons } from '@/components/providers/provider-buttons'

interface RegisterWithProviderProps {
  providers: readonly Provider[]
  /** Registration requires the link of an invitation. */
  needsInvite: boolean
}

/** Creates an account at a provider. The secret of an invitation link goes with the visit. */
export function RegisterWithProvider({ providers, needsInvite }: RegisterWithProviderProps) {
  const { secrets } = useLinkSecrets()
  const invite = secrets?.get('invite')
  if (needsInvite && secrets !== null && !invite) return <MissingLink what="invitation" />
  return <ProviderButtons providers={providers} input={invite ? { invite } : {}} />
}
