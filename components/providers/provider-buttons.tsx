'use client'

import { useEffect, useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import type { Provider } from '@/components/providers/provider'
import { providerTexts as texts } from '@/components/providers/texts'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'
import { useHydrated } from '@/components/ui/time/use-hydrated'
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
  const isHydrated = useHydrated()

  useEffect(() => {
    // The browser may keep this page while the person is at the provider, and show it again when they go back.
    const startOver = () => setOpening(null)
    window.addEventListener('pageshow', startOver)
    return () => window.removeEventListener('pageshow', startOver)
  }, [])

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
        <Button
          key={provider.id}
          onClick={() => void open(provider)}
          disabled={!isHydrated}
          aria-disabled={opening !== null}
          className="w-full"
        >
          {(opening === provider.id ? texts.opening : texts.continueWith)(provider.label)}
        </Button>
      ))}
      <FormMessage message={message} />
    </div>
  )
}
