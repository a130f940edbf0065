'use client'

import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Says that the email address is not confirmed, and can send the link again. */
export function ConfirmEmailNotice({ email }: { email: string }) {
  const callSignedIn = useCallSignedIn()
  const [said, setSaid] = useState<string>()

  async function resend() {
    try {
      const { requestVerificationContract } = await import('@/lib/domain/email/contract')
      await callSignedIn(requestVerificationContract, { body: { email } })
      setSaid('A link is on its way. Three are sent an hour at most.')
    } catch (error) {
      setSaid((await problemMessage(error)) ?? undefined)
    }
  }

  return (
    <Notice actions={<Button onClick={resend}>Mail the link again</Button>}>
      <span role="status">
        {said ?? `${email} is not confirmed yet. Without that no mail about your account is sent there.`}
      </span>
    </Notice>
  )
}
