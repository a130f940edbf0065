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
      <div className="grid gap-3 px-6 py-4">
        <div className="flex items-center justify-between gap-2 rounded-control border border-dashed border-accent bg-accent-soft px-3 py-2.5">
          <code ref={keyText} className="font-mono wrap-anywhere">
            {secret}
          </code>
          <CopyButton text={secret} label="Copy the key" source={keyText} hasFocusFirst />
        </div>
        <div className="flex items-start justify-between gap-2 rounded-control border border-line bg-surface px-3 py-2.5">
          <pre className="min-w-0 text-note wrap-anywhere whitespace-pre-wrap text-muted">
            <code ref={commandText} className="font-mono">
              {command}
            </code>
          </pre>
          <CopyButton text={command} label="Copy the command" source={commandText} />
        </div>
        <p className="text-note text-muted">The command asks this server who holds the key.</p>
      </div>
      <DialogFooter>
        <Button variant="primary" onClick={onSaved}>
          I have saved it
        </Button>
      </DialogFooter>
    </>
  )
}
