'use client'

import { useRef, type Ref } from 'react'
import { envFile } from '@/components/tokens/key/env-file'
import { KeyQr } from '@/components/tokens/key/key-qr'
import { KeySnippets } from '@/components/tokens/key/key-snippets'
import { tokensTexts } from '@/components/tokens/texts'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { DialogFooter } from '@/components/ui/dialog/dialog-footer'
import { DownloadButton } from '@/components/ui/download-button'
import type { IssuedToken } from '@/lib/domain/tokens/schema'
import { CircleCheck, LoaderCircle } from 'lucide-react'
import { useFirstCall } from '@/components/tokens/key/use-first-call'

const words = tokensTexts.reveal

interface KeyRevealProps {
  issued: IssuedToken
  appOrigin: string
  doneRef: Ref<HTMLButtonElement>
  onSaved: () => void
}

/** Shows a key once, with examples of its use, and says when the first request with it has arrived. */
export function KeyReveal({ issued, appOrigin, doneRef, onSaved }: KeyRevealProps) {
  const { key, name } = issued
  const keyText = useRef<HTMLElement>(null)

  return (
    <>
      <div className="grid gap-3 px-6 pt-4 pb-5.5">
        <div className="flex items-center justify-between gap-2 rounded-control border border-dashed border-accent bg-accent-soft px-3 py-2.5">
          <code ref={keyText} className="font-mono wrap-anywhere">
            {key}
          </code>
          <CopyButton text={key} what={words.token} source={keyText} hasFocusFirst />
        </div>
        <KeyQr text={key} />
        <KeySnippets issued={issued} appOrigin={appOrigin} />
        <FirstCall issued={issued} />
      </div>
      <DialogFooter>
        <DownloadButton {...envFile(name, key, appOrigin)}>{words.download}</DownloadButton>
        <Button ref={doneRef} variant="primary" onClick={onSaved}>
          {words.done}
        </Button>
      </DialogFooter>
    </>
  )
}

/** Waits for the first request with a new key, and says when it has arrived. */
function FirstCall({ issued }: { issued: IssuedToken }) {
  const used = useFirstCall(issued)
  const Icon = used === null ? LoaderCircle : CircleCheck
  return (
    <p role="status" className={`flex items-center gap-2 text-note ${used === null ? 'text-muted' : 'text-accent'}`}>
      <Icon size={16} aria-hidden className={`shrink-0 ${used === null ? 'animate-spin' : ''}`} />
      {used === null
        ? words.waiting
        : used.last_used_ip === null
          ? words.arrived
          : words.arrivedFrom(used.last_used_ip)}
    </p>
  )
}
