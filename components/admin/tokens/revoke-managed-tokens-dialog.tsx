'use client'

import { useRouter } from 'next/navigation'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { RevocationHit } from '@/components/admin/tokens/revocation-hit'
import type { Revocation } from '@/components/admin/tokens/revoke-dialogs'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { revokeManagedTokensContract } from '@/lib/domain/admin/tokens/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

const { revoke: texts, impact } = adminTokensTexts

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
    const more = remaining ? ` ${texts.more}` : ''
    announce(`${texts.done(revoked)}${more}`)
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={texts.title(what)}
      lead={texts.lead(isOne)}
    >
      <RevokeForm isFinal onRevoke={revoke} onCancel={onDismiss}>
        <RevocationHit ending={{ selection }} noun={impact.token} />
      </RevokeForm>
    </Dialog>
  )
}
