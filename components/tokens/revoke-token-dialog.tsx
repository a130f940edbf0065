'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { Dialog } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { SelectField } from '@/components/ui/select-field'
import { revokeTokenContract } from '@/lib/tokens/contract'
import { revokedReasons, revokeTokenInput, type TokenView } from '@/lib/tokens/schema'

const reasonWords: Record<(typeof revokedReasons)[number], string> = {
  unspecified: 'No particular reason',
  lost_device: 'The device is lost',
  leaked: 'The key has leaked',
  unused: 'It is no longer used',
  replaced: 'Another token takes its place',
}

interface RevokeTokenFormProps {
  token: Pick<TokenView, 'id' | 'name'>
  onDismiss: () => void
}

interface RevokeTokenDialogProps extends RevokeTokenFormProps {
  isOpen: boolean
  onClosed: () => void
}

/** Asks before a token is ended for good. */
export function RevokeTokenDialog({ token, isOpen, onDismiss, onClosed }: RevokeTokenDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      isOpen={isOpen}
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={`Revoke ${token.name}?`}
      lead="Every program that uses it is refused from its next call on. This cannot be undone here."
    >
      <RevokeTokenForm token={token} onDismiss={onDismiss} />
    </Dialog>
  )
}

function RevokeTokenForm({ token, onDismiss }: RevokeTokenFormProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const form = useForm({ resolver: zodResolver(revokeTokenInput), defaultValues: { reason: 'unspecified' } })
  const submission = useSubmit(form, async (input) => {
    await callSignedIn(revokeTokenContract, { params: { id: token.id }, body: input })
    router.refresh()
    onDismiss()
    announce(`${token.name} is revoked.`)
  })
  return (
    <DialogForm submitLabel="Revoke" submitVariant="danger" onCancel={onDismiss} {...submission}>
      <SelectField label="Reason" {...form.register('reason')}>
        {revokedReasons.map((reason) => (
          <option key={reason} value={reason}>
            {reasonWords[reason]}
          </option>
        ))}
      </SelectField>
    </DialogForm>
  )
}
