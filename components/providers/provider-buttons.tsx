'use client'

import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import type { Provider } from '@/components/providers/provider'
import { providerTexts as texts } from '@/components/providers/texts'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'
import type { StartJourneyInput } from '@/lib/domain/providers/schema'

interface ProviderButtonsProps {
  providers: readonly Provider[]
  /** What the visit is for. A function is asked at the click, and returns null if something is missing. */
  input: StartJourneyInput | (() => StartJourneyInput | null)
}

/** One button for each sign-in provider, in the order of the settings. */
export function ProviderButtons({ providers, input }: ProviderButtonsProps) {
  const [opening, setOpening] = useState<string | null>(null)
  const [message, setMessage] = useState<string>()

  async function open({ id, label }: Provider) {
    const given = typeof input === 'function' ? input() : input
    if (given === null || opening !== null) return
    setOpening(id)
    setMessage(undefined)
    try {
      const { openProvider } = await import('@/components/providers/open-provider')
      await openProvider(id, given)
    } catch (error) {
      setOpening(null)
      const { code = '' } = error as { code?: string }
      setMessage(texts.failures[code]?.(label) ?? (await problemMessage(error)) ?? undefined)
    }
  }

  return (
    <div className="grid gap-2">
      {providers.map((provider) => (
        <Button key={provider.id} onClick={() => void open(provider)} className="w-full">
          {(opening === provider.id ? texts.opening : texts.continueWith)(provider.label)}
        </Button>
      ))}
      <FormMessage message={message} />
    </div>
  )
}
