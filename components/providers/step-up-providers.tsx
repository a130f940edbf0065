'use client'

import { useEffect, useState } from 'react'
import type { Provider } from '@/components/providers/provider'
import { ProviderButtons } from '@/components/providers/provider-buttons'
import { callApi } from '@/lib/edge/client/client'
import { listIdentitiesContract } from '@/lib/domain/identities/contract'

/** Confirms who the person is at one of the providers that the account is linked to, and comes back to this page. */
export function StepUpProviders() {
  const [providers, setProviders] = useState<readonly Provider[]>([])

  useEffect(() => {
    callApi(listIdentitiesContract).then(
      ({ items }) => setProviders([...new Map(items.map(({ provider: id, label }) => [id, { id, label }])).values()]),
      reportError,
    )
  }, [])

  const { pathname, search } = window.location
  return (
    <div className="px-6 pt-4 pb-5.5">
      <ProviderButtons providers={providers} input={{ intent: 'step_up', next: `${pathname}${search}` }} />
    </div>
  )
}
