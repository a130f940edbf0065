'use client'

import { useRouter } from 'next/navigation'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import { unusedSince } from '@/components/tokens/list/token-parts'
import { useAnnounce } from '@/components/ui/announcer'
import { DayTime } from '@/components/ui/time/day-time'
import { Dialog } from '@/components/ui/dialog/dialog'
import { useNow } from '@/components/ui/time/now-provider'
import { revokeTokensContract } from '@/lib/domain/tokens/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

interface RevokeUnusedDialogProps {
  /** Names the tokens. */
  what: string
  onDismiss: () => void
  onClosed: () => void
}

/** Asks for confirmation before revoking every token unused for 90 days. */
export function RevokeUnusedDialog({ what, onDismiss, onClosed }: RevokeUnusedDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const since = unusedSince(useNow())

  async function revoke(reason: RevokeTokenInput['reason']) {
    const body = { kind: 'personal', unused_since: since, reason } as const
    const { revoked } = await callSignedIn(revokeTokensContract, { body })
    router.refresh()
    onDismiss()
    const undo = reason === 'leaked' ? '' : ' They can be brought back under «Ended».'
    announce(`${revoked} ${revoked === 1 ? 'token is' : 'tokens are'} revoked.${undo}`)
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={`Revoke ${what}?`}
      lead="Programs that should still have one are refused from their next call on."
    >
      <RevokeForm reason="unused" onRevoke={revoke} onCancel={onDismiss}>
        <p>
          They were made, and last used if ever, before <DayTime at={since} />.
        </p>
      </RevokeForm>
    </Dialog>
  )
}
