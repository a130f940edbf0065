'use client'

import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { securityTexts } from '@/components/security/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { removePasswordContract } from '@/lib/domain/accounts/contract'
import { unlinkIdentityContract } from '@/lib/domain/identities/contract'

const { removal } = securityTexts

/** What to remove: the password, or a provider. */
export type RemovedMethod = { kind: 'password' } | { kind: 'provider'; id: string; label: string }

interface RemoveMethodFormProps {
  method: RemovedMethod
  onDismiss: () => void
}

/** Asks for confirmation before removing a sign-in method, and explains the effect. */
export function RemoveMethodDialog({ onClosed, ...form }: RemoveMethodFormProps & { onClosed: () => void }) {
  const { method, onDismiss } = form
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={method.kind === 'password' ? removal.password.question : removal.provider.question(method.label)}
      lead={method.kind === 'password' ? removal.password.effect : removal.provider.effect}
    >
      <RemoveMethodForm {...form} />
    </Dialog>
  )
}

function RemoveMethodForm({ method, onDismiss }: RemoveMethodFormProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const submission = useSubmit(useForm(), async () => {
    if (method.kind === 'password') await callSignedIn(removePasswordContract, { body: {} })
    else await callSignedIn(unlinkIdentityContract, { params: { id: method.id }, body: {} })
    router.refresh()
    onDismiss()
    announce(method.kind === 'password' ? removal.password.done : removal.provider.done(method.label))
  })
  return (
    <DialogForm submitLabel={removal.submit} submitVariant="danger" onCancel={onDismiss} {...submission}>
      {null}
    </DialogForm>
  )
}
