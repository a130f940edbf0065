'use client'

import { useState } from 'react'
import { emailTexts } from '@/components/shell/texts-email'
import { useAnnounce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { remedyFor } from '@/components/ui/dialog/fetch-failure'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const fetchResend = () => import('@/components/shell/resend-email')

/** Sends the confirmation link again. What comes of it is announced, so that the page does not move. */
export function ResendEmailButton({ email }: { email: string }) {
  const announce = useAnnounce()
  const whenFetched = useWhenFetched()
  const [isPending, setIsPending] = useState(false)

  async function resend() {
    if (isPending) return
    await whenFetched(fetchResend, () => void send())
  }

  async function send() {
    setIsPending(true)
    const { resendEmail } = await fetchResend()
    const { sentence, failure } = await resendEmail(email)
    setIsPending(false)
    announce(sentence, failure === null ? undefined : remedyFor(failure, () => void send()))
  }

  return (
    <Button onClick={resend} aria-disabled={isPending}>
      {emailTexts.resend}
    </Button>
  )
}
