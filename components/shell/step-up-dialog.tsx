'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { OrLine } from '@/components/providers/or-line'
import type { Provider } from '@/components/providers/provider'
import { StepUpProviders } from '@/components/providers/step-up-providers'
import { callOrLeave } from '@/components/shell/call-or-leave'
import { shellTexts } from '@/components/shell/texts'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogFooter } from '@/components/ui/dialog/dialog-footer'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { PasswordField } from '@/components/ui/form/password-field'
import { uiTexts } from '@/components/ui/texts'
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
  /** The providers at which it can, if it is linked to them. */
  providers: readonly Provider[]
  isOpen: boolean
  onClosed: () => void
}

/** Asks the signed-in person to confirm who they are: with the password, or at a provider. */
export function StepUpDialog({ methods, providers, isOpen, onClosed, ...form }: StepUpDialogProps) {
  const visit = methods.includes('provider') ? <StepUpProviders providers={providers} /> : null
  const isOnlyProvider = visit !== null && !methods.includes('password')
  return (
    <Dialog
      isOpen={isOpen}
      onDismiss={form.onDismiss}
      onClosed={onClosed}
      title={texts.title}
      lead={isOnlyProvider ? texts.providerLead : texts.lead}
    >
      {isOnlyProvider ? (
        <>
          <div className="px-6 pt-4 pb-5.5">{visit}</div>
          <DialogFooter>
            <Button variant="ghost" onClick={form.onDismiss}>
              {uiTexts.dialog.cancel}
            </Button>
          </DialogFooter>
        </>
      ) : (
        <StepUpForm {...form}>
          {visit !== null && (
            <div>
              <OrLine />
              {visit}
            </div>
          )}
        </StepUpForm>
      )}
    </Dialog>
  )
}

function StepUpForm({ username, onShown, onDismiss, children }: StepUpFormProps & { children: ReactNode }) {
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
      {children}
    </DialogForm>
  )
}
