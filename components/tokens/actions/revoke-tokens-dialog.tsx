'use client'

import { useRouter } from 'next/navigation'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { RevokeForm } from '@/components/tokens/actions/revoke-form'
import type { TokenDialogProps } from '@/components/tokens/actions/token-dialogs'
import { TokenHit } from '@/components/tokens/list/token-hit'
import { tokensTexts } from '@/components/tokens/texts'
import { useUndo } from '@/components/tokens/actions/use-undo'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { revokeTokenContract, revokeTokensContract } from '@/lib/domain/tokens/contract'
import type { RevokeTokenInput } from '@/lib/domain/tokens/schema'

const words = tokensTexts.revoke

/** Asks for confirmation before revoking tokens, and shows what that affects. */
export function RevokeTokensDialog({ tokens, onDismiss, onClosed }: TokenDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const undo = useUndo()
  const [first, ...others] = tokens
  const isOne = others.length === 0
  const what = isOne ? first.name : words.several(tokens.length)

  async function revoke(reason: RevokeTokenInput['reason']) {
    let sentence = words.done(what)
    if (isOne) await callSignedIn(revokeTokenContract, { params: { id: first.id }, body: { reason } })
    else {
      const ids = tokens.map(({ id }) => id)
      const { revoked } = await callSignedIn(revokeTokensContract, { body: { ids, reason } })
      // Some may have been revoked elsewhere in the meantime.
      sentence = tokensTexts.revokeUnused.done(revoked)
    }
    router.refresh()
    onDismiss()
    if (reason === 'leaked') announce(sentence)
    else
      announce(sentence, {
        label: tokensTexts.undo.button,
        otherWay: tokensTexts.undo.otherWay,
        onChoose: () => void undo(tokens),
      })
  }

  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={words.title(what)}
      lead={words.lead(isOne)}
    >
      <RevokeForm onRevoke={revoke} onCancel={onDismiss}>
        <TokenHit tokens={tokens} />
      </RevokeForm>
    </Dialog>
  )
}
