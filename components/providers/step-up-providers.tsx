'use client'

import { useEffect, useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import type { Provider } from '@/components/providers/provider'
import { ProviderButtons } from '@/components/providers/provider-buttons'
import { providerTexts } from '@/components/providers/texts'
import { FormMessage } from '@/components/ui/form/form-message'
import { callApi } from '@/lib/edge/client/client'
import { listIdentitiesContract } from '@/lib/domain/identities/contract'

/**
 * Confirms who the person is at one of `providers` that the account is linked to, and comes back to this page. What was
 * typed into forms that keep drafts is there again.
 */
export function StepUpProviders({ providers }: { providers: readonly Provider[] }) {
  const [linked, setLinked] = useState<readonly Provider[]>([])
  const [message, setMessage] = useState<string>()

  useEffect(() => {
    callApi(listIdentitiesContract).then(
      ({ items }) => setLinked(providers.filter(({ id }) => items.some(({ provider }) => provider === id))),
      async (error: unknown) => setMessage((await problemMessage(error)) ?? undefined),
    )
  }, [providers])

  const { pathname, search } = window.location
  return (
    <div className="grid min-h-16 content-start gap-2">
      <ProviderButtons providers={linked} input={{ intent: 'step_up', next: `${pathname}${search}` }} />
      <p className="text-note text-muted">{providerTexts.stepUpNote}</p>
      <FormMessage message={message} />
    </div>
  )
}
