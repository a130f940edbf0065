'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { AccountDialogProps } from '@/components/admin/account-actions/account-dialogs'
import { PasswordLinkDialog } from '@/components/admin/account-actions/password-link-dialog'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { useSubmit } from '@/components/forms/use-submit'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useAnnounce } from '@/components/ui/announcer'
import { DialogForm } from '@/components/ui/dialog/dialog-form'
import { startResetContract } from '@/lib/domain/admin/accounts/contract'

const texts = adminAccountsTexts.reset

/** Asks for confirmation before starting a password reset. The link is emailed, or shown here if no email can be sent. */
export function StartResetDialog({ account, onDismiss, onClosed }: AccountDialogProps) {
  const router = useRouter()
  const announce = useAnnounce()
  const callSignedIn = useCallSignedIn()
  const [url, setUrl] = useState<string | null>(null)
  const form = useForm()
  const { id, username, email } = account
  const submission = useSubmit(form, async () => {
    const started = await callSignedIn(startResetContract, { params: { id }, body: {} })
    router.refresh()
    if (started.url !== null) {
      setUrl(started.url)
      return
    }
    onDismiss()
    announce(texts.sent(email ?? username))
  })
  return (
    <PasswordLinkDialog
      made={url === null ? null : { username, url }}
      role="alertdialog"
      isOpen
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={texts.title(username)}
      lead={texts.lead(username)}
    >
      <DialogForm submitLabel={texts.submit} onCancel={onDismiss} {...submission}>
        <p className="text-note text-pretty text-muted">{texts.effect(username)}</p>
      </DialogForm>
    </PasswordLinkDialog>
  )
}
