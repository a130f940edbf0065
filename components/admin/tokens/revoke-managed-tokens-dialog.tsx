'use client'

import { useRouter } from 'next/navigation'
import { RevocationHit } from '@/components/admin/tokens/revocation-hit'
import type { Revocation } from '@/components/admin/tokens/revoke-dialogs'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { inFigures } from '@/components/ui/chart/in-figures'
import { revokeManagedTokensContract } from '@/lib/domain/admin/tokens/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

interface RevokeManagedTokensDialogProps extends Revocation {
  onDismiss: () => void
  onClosed: () => void
}

/** Asks for confirmation before revoking tokens of any account, and shows who is affected. */
export function RevokeManagedTokensDialog({
  selection,
  what,
  isOne,
  onDismiss,
  onClosed,
}: RevokeManagedTokensDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()

  async function revoke(reason: RevokeTokenInput['reason']) {
    const { revoked, remaining } = await callSignedIn(revokeManagedTokensContract, { body: { ...selection, reason } })
    router.refresh()
    onDismiss()
    const more = remaining ? ' More match: revoke again to end those too.' : ''
    announce(`${inWords(revoked)} revoked.${more}`)
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={`Revoke ${what}?`}
      lead={`Whatever uses ${isOne ? 'it' : 'them'} is refused from its next call on.`}
    >
      <RevokeForm isFinal onRevoke={revoke} onCancel={onDismiss}>
        <RevocationHit ending={{ selection }} noun="live one" />
      </RevokeForm>
    </Dialog>
  )
}

function inWords(count: number): string {
  if (count === 0) return 'Nothing was live any more, and nothing is'
  return count === 1 ? 'One is' : `${inFigures(count)} are`
}
