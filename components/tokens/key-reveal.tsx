'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DialogFooter } from '@/components/ui/dialog-footer'

interface KeyRevealProps {
  secret: string
  appOrigin: string
  onSaved: () => void
}

/** Shows a key this once, with a first call that proves it. */
export function KeyReveal({ secret, appOrigin, onSaved }: KeyRevealProps) {
  const keyText = useRef<HTMLElement>(null)
  const commandText = useRef<HTMLElement>(null)
  const command = `curl ${appOrigin}/api/v1/auth/verify \\\n  -H "Authorization: Token ${secret}"`

  return (
    <>
      <div className="grid gap-3 px-6 pt-4 pb-5.5">
        <div className="flex items-center justify-between gap-2 rounded-control border border-dashed border-accent bg-accent-soft px-3 py-2.5">
          <code ref={keyText} className="font-mono wrap-anywhere">
            {secret}
          </code>
          <CopyButton text={secret} what="the key" source={keyText} hasFocusFirst />
        </div>
        <pre className="rounded-control border border-line bg-surface px-3 py-2.5 text-note wrap-anywhere whitespace-pre-wrap text-muted">
          <code ref={commandText} className="font-mono">
            {command}
          </code>
        </pre>
        <div className="flex items-center justify-between gap-4">
          <p className="text-note text-muted">The command asks this server who holds the key.</p>
          <CopyButton text={command} what="the command" source={commandText} />
        </div>
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onSaved}>
          I have saved it
        </Button>
      </DialogFooter>
    </>
  )
}
