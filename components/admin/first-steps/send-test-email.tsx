'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { firstStepsTexts } from '@/components/admin/texts-first-steps'
import { problemMessage } from '@/components/forms/problem-message'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { FormMessage } from '@/components/ui/form/form-message'

const texts = firstStepsTexts.steps.email

/** Sends a test email to the administrator. A failure stays on the page, so that the mail server can be corrected. */
export function SendTestEmail() {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const button = useRef<HTMLButtonElement>(null)
  const [isPending, setIsPending] = useState(false)
  const [message, setMessage] = useState<string>()
  useFocusHandover(button)

  async function send() {
    if (isPending) return
    setIsPending(true)
    setMessage(undefined)
    try {
      const { sendTestEmailContract } = await import('@/lib/domain/admin/email/contract')
      const { sent_to } = await callSignedIn(sendTestEmailContract, {})
      announce(texts.sent(sent_to))
      router.refresh()
    } catch (error) {
      setMessage((await problemMessage(error)) ?? undefined)
    } finally {
      setIsPending(false)
    }
  }

  return (
    <>
      <Button ref={button} onClick={send} aria-disabled={isPending} className="max-cards:w-full">
        {isPending ? texts.pending : texts.send}
      </Button>
      <div className="basis-full empty:hidden">
        <FormMessage message={message} />
      </div>
    </>
  )
}
