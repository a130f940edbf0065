'use client'

import type { ComponentProps } from 'react'
import { PasswordLink } from '@/components/admin/account-actions/password-link'
import { Dialog } from '@/components/ui/dialog/dialog'

interface PasswordLinkDialogProps extends ComponentProps<typeof Dialog> {
  /** The link once there is one, and whom it is for. */
  made: { username: string; url: string } | null
}

/** A dialog that asks for something and then shows the link for a password, which only its reader puts away. */
export function PasswordLinkDialog({ made, children, ...dialog }: PasswordLinkDialogProps) {
  if (made === null) return <Dialog {...dialog}>{children}</Dialog>
  return (
    <Dialog
      {...dialog}
      isHeld
      title="Copy the link now"
      lead={`It is not shown again, and works once. Pass it to ${made.username} and to nobody else: whoever has it chooses the password.`}
    >
      <PasswordLink url={made.url} onDone={dialog.onDismiss} />
    </Dialog>
  )
}
