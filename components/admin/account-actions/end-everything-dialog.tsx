'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { AccountDialogProps } from '@/components/admin/account-actions/account-dialogs'
import { RevocationHit } from '@/components/admin/tokens/revocation-hit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import { useAnnounce } from '@/components/ui/announcer'
import { Checkbox } from '@/components/ui/form/checkbox'
import { Dialog } from '@/components/ui/dialog/dialog'
import { revokeAccountTokensContract } from '@/lib/domain/admin/accounts/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

/** Asks for confirmation before revoking every session and token of an account, and shows who is affected. */
export function EndEverythingDialog({ account: { id, username }, onDismiss, onClosed }: AccountDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const [isKeeping, setIsKeeping] = useState(false)

  async function revoke(reason: RevokeTokenInput['reason']) {
    const body = { reason, keep_personal_tokens: isKeeping }
    const { revoked } = await callSignedIn(revokeAccountTokensContract, { params: { id }, body })
    router.refresh()
    onDismiss()
    announce(`${revoked} ${revoked === 1 ? 'has' : 'have'} ended for ${username}.`)
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={`End everything of ${username}?`}
      lead={`Browsers and programs are signed out at once, and tokens are refused. ${username} can sign in again.`}
    >
      <RevokeForm isFinal onRevoke={revoke} onCancel={onDismiss}>
        <RevocationHit ending={{ accountId: id, isKeepingPersonal: isKeeping }} noun="token" />
        <Checkbox
          label="Keep the personal tokens"
          text="Keep the personal tokens"
          isChecked={isKeeping}
          onChange={setIsKeeping}
        />
      </RevokeForm>
    </Dialog>
  )
}
