'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/revoke-form'
import { unusedSince } from '@/components/tokens/token-list-address'
import { useAnnounce } from '@/components/ui/announcer'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { DayTime } from '@/components/ui/day-time'
import { useNow } from '@/components/ui/now-provider'
import { useFocusHandover } from '@/components/ui/use-focus-handover'
import { revokeTokensContract } from '@/lib/tokens/contract'
import type { RevokeTokenInput } from '@/lib/tokens/schema'

/** Revokes every token that nobody has used for 90 days, on whatever page it stands. */
export function RevokeUnusedButton({ count }: { count: number }) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const nowMs = useNow()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isAsking, setIsAsking] = useState(false)
  const what = count === 1 ? 'the one unused token' : `all ${count} unused tokens`

  async function revoke(reason: RevokeTokenInput['reason']) {
    const body = { kind: 'personal', unused_since: unusedSince(nowMs), reason } as const
    const { revoked } = await callSignedIn(revokeTokensContract, { body })
    router.refresh()
    setIsAsking(false)
    announce(`${revoked} ${revoked === 1 ? 'token is' : 'tokens are'} revoked. They can be undone under «Ended».`)
  }

  return (
    <>
      <Button ref={button} variant="danger" onClick={() => setIsAsking(true)}>
        Revoke {what}…
      </Button>
      <Dialog
        role="alertdialog"
        isOpen={isAsking}
        onDismiss={() => setIsAsking(false)}
        onClosed={() => button.current?.focus()}
        title={`Revoke ${what}?`}
        lead="Programs that should still have one are refused from their next call on."
      >
        <RevokeForm reason="unused" onRevoke={revoke} onCancel={() => setIsAsking(false)}>
          <p>
            They were made, and last used if ever, before <DayTime at={unusedSince(nowMs)} />.
          </p>
        </RevokeForm>
      </Dialog>
    </>
  )
}
