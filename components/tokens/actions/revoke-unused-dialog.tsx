'use client'

import { useRouter } from 'next/navigation'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import { unusedSince } from '@/components/tokens/list/token-parts'
import { tokensTexts } from '@/components/tokens/texts'
import { useAnnounce } from '@/components/ui/announcer'
import { DayTime } from '@/components/ui/time/day-time'
import { Dialog } from '@/components/ui/dialog/dialog'
import { useNow } from '@/components/ui/time/now-provider'
import { revokeTokensContract } from '@/lib/domain/tokens/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

const words = tokensTexts.revokeUnused

interface RevokeUnusedDialogProps {
  /** How many tokens are unused. */
  count: number
  onDismiss: () => void
  onClosed: () => void
}

/** Asks for confirmation before revoking every token unused for 90 days. */
export function RevokeUnusedDialog({ count, onDismiss, onClosed }: RevokeUnusedDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const since = unusedSince(useNow())

  async function revoke(reason: RevokeTokenInput['reason']) {
    const body = { kind: 'personal', unused_since: since, reason } as const
    const { revoked } = await callSignedIn(revokeTokensContract, { body })
    router.refresh()
    onDismiss()
    announce(reason === 'leaked' ? words.done(revoked) : words.doneUndoable(revoked))
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={words.title(count)}
      lead={tokensTexts.revoke.lead(count === 1)}
    >
      <RevokeForm reason="unused" onRevoke={revoke} onCancel={onDismiss}>
        <p>
          {words.createdBefore} <DayTime at={since} /> {words.notUsedSince}
        </p>
      </RevokeForm>
    </Dialog>
  )
}
