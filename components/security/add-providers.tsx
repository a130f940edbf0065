'use client'

import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import type { Provider } from '@/components/providers/provider'
import { securityTexts } from '@/components/security/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'
import { useHydrated } from '@/components/ui/time/use-hydrated'

/** One button for each provider that the account can be linked to. The provider’s page leads back here. */
export function AddProviders({ providers }: { providers: readonly Provider[] }) {
  const callSignedIn = useCallSignedIn()
  const isHydrated = useHydrated()
  const [isPending, setIsPending] = useState(false)
  const [message, setMessage] = useState<string>()

  async function add(id: string) {
    if (isPending) return
    setIsPending(true)
    setMessage(undefined)
    try {
      const { startJourneyContract } = await import('@/lib/domain/providers/contract')
      const body = { intent: 'link', next: '/settings/security' } as const
      const { authorization_url: url } = await callSignedIn(startJourneyContract, { params: { id }, body })
      window.location.assign(url)
    } catch (error) {
      setMessage((await problemMessage(error)) ?? undefined)
    }
    setIsPending(false)
  }

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        {providers.map(({ id, label }) => (
          <Button key={id} onClick={() => void add(id)} disabled={!isHydrated} aria-disabled={isPending}>
            {securityTexts.methods.add(label)}
          </Button>
        ))}
      </div>
      <FormMessage message={message} />
    </div>
  )
}
