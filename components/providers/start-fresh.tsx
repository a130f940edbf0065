'use client'

import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import type { QuestionProps } from '@/components/providers/join-flow'
import { providerTexts } from '@/components/providers/texts'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'

const texts = providerTexts.link

/** Offers a new account with the address, and says what that does to the account that has it. */
export function StartFresh({ ticket, onContinued }: QuestionProps) {
  const [isPending, setIsPending] = useState(false)
  const [message, setMessage] = useState<string>()

  async function startFresh() {
    if (isPending) return
    setIsPending(true)
    setMessage(undefined)
    try {
      const { continueSignIn } = await import('@/components/providers/continue-sign-in')
      onContinued(await continueSignIn(ticket, { start_fresh: true }))
    } catch (error) {
      setIsPending(false)
      setMessage((await problemMessage(error)) ?? undefined)
    }
  }

  return (
    <div className="mt-5 grid gap-2 border-t border-line pt-4">
      <p className="text-pretty text-muted">{texts.startFreshHint}</p>
      <Button onClick={() => void startFresh()} aria-disabled={isPending} className="w-full">
        {texts.startFresh}
      </Button>
      <FormMessage message={message} />
    </div>
  )
}
