'use client'

import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { instantInZone } from '@/components/tokens/create/describe-end'
import { useCurrentToken } from '@/components/tokens/actions/use-current-token'
import { tokensTexts } from '@/components/tokens/texts'
import { dialogsTexts } from '@/components/tokens/texts-dialogs'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { RelativeTime } from '@/components/ui/time/relative-time'
import { useTimeZone } from '@/components/ui/time/use-time-zone'
import { endTokenGraceContract } from '@/lib/domain/tokens/contract'

const words = dialogsTexts.endGrace

/** Asks for confirmation before revoking the old key of a rotated token, and says when it was last used. */
export function EndGraceDialog({ tokens: [listed], onDismiss, onClosed }: TokenDialogProps) {
  const token = useCurrentToken(listed)
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const timeZone = useTimeZone()
  const submission = useSubmit(useForm(), async () => {
    await callSignedIn(endTokenGraceContract, { params: { id: token.id } })
    router.refresh()
    onDismiss()
    announce(tokensTexts.actions.oldRevoked(token.name))
  })
  const old = token.previous_secret
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={words.title(token.name)}
      lead={words.lead}
    >
      <DialogForm submitLabel={words.submit} submitVariant="danger" onCancel={onDismiss} {...submission}>
        {old !== null && (
          <div>
            <p>
              {old.last_used_at === null ? (
                words.neverUsed
              ) : (
                <>
                  {words.lastUsed} <RelativeTime at={old.last_used_at} />.
                </>
              )}
            </p>
            <p>{words.until(instantInZone(old.valid_until, timeZone))}</p>
          </div>
        )}
      </DialogForm>
    </Dialog>
  )
}
