'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Dialog } from '@/components/ui/dialog'
import { DialogFooter } from '@/components/ui/dialog-footer'

interface PasswordLinkProps {
  username: string
  url: string
  onDone: () => void
  onClosed: () => void
}

/** Shows the link by which somebody chooses a password, this once, to be copied and passed on. */
export function PasswordLink({ username, url, onDone, onClosed }: PasswordLinkProps) {
  const link = useRef<HTMLElement>(null)
  return (
    <Dialog
      isOpen
      isHeld
      onDismiss={onDone}
      onClosed={onClosed}
      title="Copy the link now"
      lead={`It is not shown again, and works once. Pass it to ${username} and to nobody else: whoever has it chooses the password.`}
    >
      <div className="px-6 pt-4 pb-5.5">
        <div className="flex items-center justify-between gap-3 rounded-control border border-dashed border-accent bg-accent-soft px-3 py-2.5 max-cards:flex-col max-cards:items-start">
          <code ref={link} className="min-w-0 font-mono text-note wrap-anywhere">
            {url}
          </code>
          <CopyButton text={url} what="the link" source={link} hasFocusFirst />
        </div>
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          I have copied it
        </Button>
      </DialogFooter>
    </Dialog>
  )
}
