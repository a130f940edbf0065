'use client'

import { useEffect, useState } from 'react'
import { leaveOtherAccount, takeAccountChange } from '@/components/shell/leave-page'
import { Button } from '@/components/ui/button'
import { dropForeignDrafts } from '@/components/ui/form/form-drafts'
import { Notice } from '@/components/ui/notice'

const CHANNEL = 'latchkey:account'

/**
 * Keeps a page to one account. All tabs of a browser share one session. Each page tells the other tabs which account it
 * was loaded for, and a page that shows another account says so. It does not reload by itself, because a new key, which
 * is shown only once, may be on the screen.
 */
export function AccountWatch({ id, username }: { id: string; username: string }) {
  const [loadedFor] = useState(id)
  const [isElsewhere, setIsElsewhere] = useState(false)
  const [isChanged, setIsChanged] = useState(false)

  useEffect(() => {
    // The page was rendered again, and now mixes two accounts.
    if (id !== loadedFor) leaveOtherAccount()
  }, [id, loadedFor])

  useEffect(() => {
    dropForeignDrafts()
    if (takeAccountChange()) queueMicrotask(() => setIsChanged(true))
    const channel = new BroadcastChannel(CHANNEL)
    channel.onmessage = ({ data }) => setIsElsewhere(data !== id)
    channel.postMessage(id)
    return () => channel.close()
  }, [id])

  if (isElsewhere) {
    return (
      <div role="alert">
        <Notice actions={<Button onClick={() => window.location.reload()}>Reload</Button>}>
          You signed in to another account in another tab. Reload this page to use it here.
        </Notice>
      </div>
    )
  }
  if (!isChanged) return null
  return (
    <div role="alert">
      <Notice actions={<Button onClick={() => setIsChanged(false)}>Close</Button>}>
        You are now signed in as {username}. Nothing was changed for the other account.
      </Notice>
    </div>
  )
}
