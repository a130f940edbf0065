'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { FoundToken } from '@/components/admin/tokens/found-token'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { PasswordField } from '@/components/ui/form/password-field'
import { findTokenContract } from '@/lib/domain/admin/tokens/contract'
import { findTokenInput, type ManagedToken } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.find

interface FindKeyDialogProps {
  /** Asks whether to revoke the token that was found. */
  onRevoke: (token: ManagedToken) => void
  onDismiss: () => void
  onClosed: () => void
}

/** Shows which token a full key belongs to. The key is sent in a request body, never in a URL. */
export function FindKeyDialog({ onRevoke, onDismiss, onClosed }: FindKeyDialogProps) {
  const [found, setFound] = useState<ManagedToken | null>(null)
  return (
    <Dialog
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={found === null ? texts.title : texts.found.title}
      lead={found === null ? texts.lead : texts.found.lead}
    >
      {found === null ? (
        <FindKeyForm onFound={setFound} onCancel={onDismiss} />
      ) : (
        <FoundToken token={found} onRevoke={() => onRevoke(found)} onDone={onDismiss} />
      )}
    </Dialog>
  )
}

function FindKeyForm({ onFound, onCancel }: { onFound: (token: ManagedToken) => void; onCancel: () => void }) {
  const callSignedIn = useCallSignedIn()
  const form = useForm({ resolver: zodResolver(findTokenInput), defaultValues: { key: '' } })
  const submission = useSubmit(form, async (body) => {
    onFound(await callSignedIn(findTokenContract, { body }))
  })
  return (
    <DialogForm submitLabel={texts.submit} onCancel={onCancel} {...submission}>
      <PasswordField
        label={texts.token}
        what={texts.what}
        autoComplete="off"
        error={form.formState.errors.key?.message}
        {...form.register('key')}
      />
    </DialogForm>
  )
}
