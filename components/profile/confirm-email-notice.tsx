'use client'

import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import { profileTexts } from '@/components/profile/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

const { unconfirmed } = profileTexts

/** Says that the email address is not confirmed, and can send the link again. */
export function ConfirmEmailNotice({ email }: { email: string }) {
  const callSignedIn = useCallSignedIn()
  const [said, setSaid] = useState<string>()

  async function resend() {
    try {
      const { requestVerificationContract } = await import('@/lib/domain/email/contract')
      await callSignedIn(requestVerificationContract, { body: { email } })
      setSaid(unconfirmed.resent)
    } catch (error) {
      setSaid((await problemMessage(error)) ?? undefined)
    }
  }

  return (
    <Notice actions={<Button onClick={resend}>{unconfirmed.resend}</Button>}>
      <span role="status">{said ?? unconfirmed.notice(email)}</span>
    </Notice>
  )
}
