'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { AccountDialogProps } from '@/components/admin/account-actions/account-dialogs'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { RevocationHit } from '@/components/admin/tokens/revocation-hit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import { useAnnounce } from '@/components/ui/announcer'
import { Checkbox } from '@/components/ui/form/checkbox'
import { Dialog } from '@/components/ui/dialog/dialog'
import { revokeAccountTokensContract } from '@/lib/domain/admin/accounts/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

const texts = adminAccountsTexts.revokeAll

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
    announce(texts.done(revoked, username))
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={texts.title(username)}
      lead={texts.lead(username)}
    >
      <RevokeForm isFinal onRevoke={revoke} onCancel={onDismiss}>
        <RevocationHit
          ending={{ accountId: id, isKeepingPersonal: isKeeping }}
          noun={adminTokensTexts.impact.credential}
        />
        <Checkbox label={texts.keepTokens} text={texts.keepTokens} isChecked={isKeeping} onChange={setIsKeeping} />
      </RevokeForm>
    </Dialog>
  )
}
