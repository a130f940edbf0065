'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { PasswordField } from '@/components/ui/password-field'
import { deleteAccountContract } from '@/lib/accounts/contract'
import { passwordInput } from '@/lib/accounts/schema'

/** The button that deletes the account, and the question before it. */
export function DeleteAccountDialog({ username }: { username: string }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const close = () => setIsOpen(false)
  return (
    <>
      <Button variant="danger" ref={button} onClick={() => setIsOpen(true)} className="max-cards:w-full">
        Delete the account…
      </Button>
      <Dialog
        role="alertdialog"
        isOpen={isOpen}
        onDismiss={close}
        onClosed={() => button.current?.focus()}
        title={`Delete ${username}?`}
        lead="The account goes at once with its tokens, and every device is signed out. This cannot be undone."
      >
        <DeleteAccountForm username={username} onDismiss={close} />
      </Dialog>
    </>
  )
}

function DeleteAccountForm({ username, onDismiss }: { username: string; onDismiss: () => void }) {
  const callSignedIn = useCallSignedIn()
  const form = useForm({ resolver: zodResolver(passwordInput), defaultValues: { password: '' } })
  const submission = useSubmit(form, async (input) => {
    await callSignedIn(deleteAccountContract, { body: input })
    // A fresh page, so that nothing of the account stays in memory.
    window.location.assign('/login?deleted=1')
  })
  return (
    <DialogForm submitLabel="Delete for good" submitVariant="danger" onCancel={onDismiss} {...submission}>
      {/* Tells a password manager whose password it is. */}
      <input type="text" autoComplete="username" value={username} readOnly hidden />
      <PasswordField
        label="Password"
        autoComplete="current-password"
        hint="Shows that it is you."
        error={form.formState.errors.password?.message}
        {...form.register('password')}
      />
    </DialogForm>
  )
}
