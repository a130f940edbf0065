'use client'

import { CreateTokenForm } from '@/components/tokens/create/create-token-form'
import { KeyDialog } from '@/components/tokens/key/key-dialog'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { createTexts } from '@/components/tokens/texts-create'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

interface CreateTokenDialogProps {
  policy: TokenPolicy
  issued: IssuedToken | null
  onIssued: (token: IssuedToken) => void
  onDismiss: () => void
  onClosed: () => void
}

/** Asks for the new token's details, and then shows its key. */
export function CreateTokenDialog({ policy, issued, onIssued, onDismiss, onClosed }: CreateTokenDialogProps) {
  return (
    <KeyDialog
      isOpen
      issued={issued}
      policy={policy}
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={createTexts.create.title}
      lead={createTexts.create.lead}
    >
      <CreateTokenForm policy={policy} onIssued={onIssued} onCancel={onDismiss} />
    </KeyDialog>
  )
}
