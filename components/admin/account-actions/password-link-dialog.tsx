'use client'

import type { ComponentProps } from 'react'
import { PasswordLink } from '@/components/admin/account-actions/password-link'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { Dialog } from '@/components/ui/dialog/dialog'

const texts = adminAccountsTexts.passwordLink

interface PasswordLinkDialogProps extends ComponentProps<typeof Dialog> {
  /** The password link and its recipient; null until the server has created the link. */
  made: { username: string; url: string } | null
}

/** Shows a form, and then the password link that it produced. Only the button inside closes the link. */
export function PasswordLinkDialog({ made, children, ...dialog }: PasswordLinkDialogProps) {
  if (made === null) return <Dialog {...dialog}>{children}</Dialog>
  return (
    <Dialog {...dialog} isHeld title={texts.title} lead={texts.lead(made.username)}>
      <PasswordLink url={made.url} onDone={dialog.onDismiss} />
    </Dialog>
  )
}
