'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { problemMessage } from '@/components/forms/problem-message'
import { invitesTexts } from '@/components/invites/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Button } from '@/components/ui/button'
import { FormMessage } from '@/components/ui/form/form-message'

/** Revokes an invitation; its link stops working immediately. */
export function RevokeInviteButton({ id }: { id: string }) {
  const router = useRouter()
  const callSignedIn = useCallSignedIn()
  const [message, setMessage] = useState<string>()

  async function revoke() {
    try {
      const { revokeInviteContract } = await import('@/lib/domain/invites/contract')
      await callSignedIn(revokeInviteContract, { params: { id } })
      router.refresh()
    } catch (error) {
      setMessage((await problemMessage(error)) ?? undefined)
    }
  }

  return (
    <>
      <Button variant="danger" onClick={revoke}>
        {invitesTexts.table.revoke}
      </Button>
      <FormMessage message={message} />
    </>
  )
}
