'use client'

import { useEffect, useState } from 'react'
import { leaveOtherAccount, takeAccountChange } from '@/components/shell/leave-page'
import { shellTexts } from '@/components/shell/texts'
import { Button } from '@/components/ui/button'
import { dropForeignDrafts } from '@/components/ui/form/form-drafts'
import { Notice } from '@/components/ui/notice'

const CHANNEL = 'latchkey:account'

const texts = shellTexts.otherAccount

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
        <Notice actions={<Button onClick={() => window.location.reload()}>{texts.reload}</Button>}>
          {texts.elsewhere}
        </Notice>
      </div>
    )
  }
  if (!isChanged) return null
  return (
    <div role="alert">
      <Notice actions={<Button onClick={() => setIsChanged(false)}>{texts.close}</Button>}>
        {texts.changed(username)}
      </Notice>
    </div>
  )
}
