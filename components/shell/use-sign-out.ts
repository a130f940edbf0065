'use client'

import { useState } from 'react'
import { leaveOtherAccount } from '@/components/shell/leave-page'
import { shellTexts } from '@/components/shell/texts'
import { useAnnounce } from '@/components/ui/announcer'
import { remedyFor } from '@/components/ui/dialog/fetch-failure'
import { CONNECTION_LOST, send } from '@/lib/edge/client/send'

const texts = shellTexts.signOut

/**
 * Signs this browser out and leaves for a sign-in page with a full page load, so that nothing stays in memory. It loads
 * no code, so signing out works even when the rest of the page does not.
 */
export function useSignOut(leadsTo = '/login'): { isPending: boolean; signOut: () => Promise<void> } {
  const announce = useAnnounce()
  const [isPending, setIsPending] = useState(false)

  async function signOut() {
    if (isPending) return
    setIsPending(true)
    const status = await send({ method: 'DELETE', path: '/api/v1/auth/session' }).then(
      (response) => response.status,
      () => null,
    )
    // 401: the session is already over, which is what the person asked for.
    if (status === 204 || status === 401) {
      window.location.assign(leadsTo)
      return
    }
    setIsPending(false)
    if (status === 409) leaveOtherAccount()
    else if (status !== null) announce(`${texts.busy} ${texts.stillSignedIn}`)
    else
      announce(
        `${CONNECTION_LOST} ${texts.stillSignedIn}`,
        remedyFor('lost', () => void signOut()),
      )
  }

  return { isPending, signOut }
}
