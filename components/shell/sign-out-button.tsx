'use client'

import { LogOut } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/announcer'
import { ProblemError } from '@/lib/http/problem-error'

/** Ends the session of this browser and leaves with a fresh page, so that nothing of it stays in memory. */
export function SignOutButton() {
  const announce = useAnnounce()
  const [isPending, setIsPending] = useState(false)

  async function signOut() {
    if (isPending) return
    setIsPending(true)
    try {
      const [{ callApi }, { endSessionContract }] = await Promise.all([
        import('@/lib/http/client'),
        import('@/lib/sessions/contract'),
      ])
      await callApi(endSessionContract)
    } catch (error) {
      // 401: the session has ended already, which is what was asked for.
      if (!(error instanceof ProblemError && error.status === 401)) {
        setIsPending(false)
        announce(`You are still signed in. ${error instanceof ProblemError ? error.message : ''}`)
        return
      }
    }
    window.location.assign('/login')
  }

  return (
    <Button
      variant="ghost"
      onClick={signOut}
      aria-disabled={isPending}
      aria-label="Sign out"
      title="Sign out"
      className="px-2"
    >
      <LogOut size={16} aria-hidden />
    </Button>
  )
}
