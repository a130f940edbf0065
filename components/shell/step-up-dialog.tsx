'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { callOrLeave } from '@/components/shell/call-or-leave'
import { StepUpProviders } from '@/components/providers/step-up-providers'
import { shellTexts } from '@/components/shell/texts'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { PasswordField } from '@/components/ui/form/password-field'
import { passwordInput } from '@/lib/domain/accounts/schema'
import { reauthenticateContract } from '@/lib/domain/sessions/contract'

const texts = shellTexts.stepUp

interface StepUpFormProps {
  username: string
  onShown: () => void
  onDismiss: () => void
}

interface StepUpDialogProps extends StepUpFormProps {
  /** How the account can confirm who its owner is: `password`, `provider`. */
  methods: readonly string[]
  isOpen: boolean
  onClosed: () => void
}

/** Asks the signed-in person to confirm who they are: with the password, or at a provider. */
export function StepUpDialog({ methods, isOpen, onClosed, ...form }: StepUpDialogProps) {
  const hasProvider = methods.includes('provider')
  const isOnlyProvider = hasProvider && !methods.includes('password')
  return (
    <Dialog
      isOpen={isOpen}
      onDismiss={form.onDismiss}
      onClosed={onClosed}
      title={texts.title}
      lead={isOnlyProvider ? texts.providerLead : texts.lead}
    >
      {hasProvider && <StepUpProviders />}
      {!isOnlyProvider && <StepUpForm {...form} />}
    </Dialog>
  )
}

function StepUpForm({ username, onShown, onDismiss }: StepUpFormProps) {
  const form = useForm({ resolver: zodResolver(passwordInput), defaultValues: { password: '' } })
  const submission = useSubmit(form, async (input) => {
    await callOrLeave(reauthenticateContract, { body: input })
    onShown()
  })
  return (
    <DialogForm submitLabel={texts.submit} onCancel={onDismiss} {...submission}>
      {/* Tells a password manager which account this password belongs to. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label={texts.password}
        autoComplete="current-password"
        error={form.formState.errors.password?.message}
        {...form.register('password')}
      />
    </DialogForm>
  )
}
