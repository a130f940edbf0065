'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { securityTexts } from '@/components/security/texts'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { PasswordField } from '@/components/ui/form/password-field'
import { deleteAccountContract } from '@/lib/domain/accounts/contract'
import { deleteAccountInput, passwordInput } from '@/lib/domain/accounts/schema'

const { deletion } = securityTexts

interface DeleteAccountDialogProps {
  username: string
  /** Without a password, the owner confirms it at a provider. */
  hasPassword: boolean
  onDismiss: () => void
  onClosed: () => void
}

export function DeleteAccountDialog({ onClosed, ...form }: DeleteAccountDialogProps) {
  const { username, onDismiss } = form
  return (
    <Dialog
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={deletion.question(username)}
      lead={deletion.warning}
    >
      <DeleteAccountForm {...form} />
    </Dialog>
  )
}

function DeleteAccountForm({ username, hasPassword, onDismiss }: Omit<DeleteAccountDialogProps, 'onClosed'>) {
  const callSignedIn = useCallSignedIn()
  const schema = hasPassword ? passwordInput : deleteAccountInput
  const form = useForm<{ password?: string | undefined }>({ resolver: zodResolver(schema) })
  const submission = useSubmit(form, async (input) => {
    await callSignedIn(deleteAccountContract, { body: input })
    // A full page load, so that nothing of the account stays in memory.
    window.location.assign('/login?deleted=1')
  })
  return (
    <DialogForm submitLabel={deletion.submit} submitVariant="danger" onCancel={onDismiss} {...submission}>
      {/* Tells a password manager which account this password belongs to. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      {hasPassword && (
        <PasswordField
          label={deletion.password}
          autoComplete="current-password"
          hint={deletion.passwordHint}
          error={form.formState.errors.password?.message}
          {...form.register('password')}
        />
      )}
    </DialogForm>
  )
}
