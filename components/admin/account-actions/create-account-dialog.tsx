'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useController, useForm } from 'react-hook-form'
import { PasswordLinkDialog } from '@/components/admin/account-actions/password-link-dialog'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { Checkbox } from '@/components/ui/form/checkbox'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { TextField } from '@/components/ui/form/text-field'
import { createAccountContract } from '@/lib/domain/admin/accounts/contract'
import { createAccountInput, type CreatedAccount } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.create

interface CreateAccountDialogProps {
  onDismiss: () => void
  onClosed: () => void
}

/**
 * Creates an account. Its owner sets the password through a link that is emailed, or shown here without a mail server.
 */
export function CreateAccountDialog({ onDismiss, onClosed }: CreateAccountDialogProps) {
  const [added, setAdded] = useState<{ username: string; url: string } | null>(null)
  const announce = useAnnounce()

  function tell({ user: { username, email }, password_reset: { url } }: CreatedAccount) {
    if (url !== null) {
      setAdded({ username, url })
      return
    }
    onDismiss()
    announce(texts.done(username, email ?? username))
  }

  return (
    <PasswordLinkDialog
      made={added}
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={texts.title}
      lead={texts.lead}
    >
      <CreateAccountForm onAdded={tell} onCancel={onDismiss} />
    </PasswordLinkDialog>
  )
}

interface CreateAccountFormProps {
  onAdded: (added: CreatedAccount) => void
  onCancel: () => void
}

function CreateAccountForm({ onAdded, onCancel }: CreateAccountFormProps) {
  const router = useRouter()
  const callSignedIn = useCallSignedIn()
  const form = useForm({
    resolver: zodResolver(createAccountInput),
    defaultValues: { username: '', email: '', first_name: '', last_name: '', is_admin: false },
  })
  const { errors } = form.formState
  const admin = useController({ control: form.control, name: 'is_admin' })
  const submission = useSubmit(
    form,
    async (input) => {
      const added = await callSignedIn(createAccountContract, { body: input })
      router.refresh()
      onAdded(added)
    },
    'create-account',
  )
  return (
    <DialogForm submitLabel={texts.submit} onCancel={onCancel} {...submission}>
      <TextField
        label={texts.username}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={errors.username?.message}
        {...form.register('username')}
      />
      <TextField
        label={texts.email}
        type="email"
        autoComplete="off"
        error={errors.email?.message}
        {...form.register('email')}
      />
      <div className="grid gap-4 cards:grid-cols-2">
        <TextField
          label={texts.firstName}
          autoComplete="off"
          error={errors.first_name?.message}
          {...form.register('first_name')}
        />
        <TextField
          label={texts.lastName}
          autoComplete="off"
          error={errors.last_name?.message}
          {...form.register('last_name')}
        />
      </div>
      <Checkbox
        label={texts.administrator}
        text={texts.administrator}
        isChecked={admin.field.value === true}
        onChange={admin.field.onChange}
      />
    </DialogForm>
  )
}
