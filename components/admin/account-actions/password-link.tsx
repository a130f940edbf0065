'use client'

import { useRef } from 'react'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DialogFooter } from '@/components/ui/dialog/dialog-footer'

const texts = adminAccountsTexts.passwordLink

interface PasswordLinkProps {
  url: string
  onDone: () => void
}

/** A password link with a copy button, for the administrator to pass on. */
export function PasswordLink({ url, onDone }: PasswordLinkProps) {
  const link = useRef<HTMLElement>(null)
  return (
    <>
      <div className="px-6 pt-4 pb-5.5">
        <div className="flex items-center justify-between gap-3 rounded-control border border-dashed border-accent bg-accent-soft px-3 py-2.5 max-cards:flex-col max-cards:items-start">
          <code ref={link} className="min-w-0 font-mono text-note wrap-anywhere">
            {url}
          </code>
          <CopyButton text={url} what={texts.copied} source={link} hasFocusFirst />
        </div>
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onDone}>
          {texts.done}
        </Button>
      </DialogFooter>
    </>
  )
}
