'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { uiTexts } from '@/components/ui/texts'

const SAID_FOR_MS = 4_000

interface CopyButtonProps {
  text: string
  /** Names what is copied, for screen readers: “the key”. */
  what: string
  /** The element with the text, which is selected when the browser denies access to the clipboard. */
  source: RefObject<HTMLElement | null>
  hasFocusFirst?: boolean
}

type Outcome = 'copied' | 'selected' | null

const texts = uiTexts.copy
const words = { copied: texts.announceCopied, selected: texts.announceSelected } as const

/** Copies a text and confirms it. Without access to the clipboard, it selects the text instead. */
export function CopyButton({ text, what, source, hasFocusFirst = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>(null)

  useEffect(() => {
    if (outcome === null) return
    const timer = setTimeout(() => setOutcome(null), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [outcome])

  async function copy() {
    // The clipboard is available only over HTTPS and on loopback.
    const isCopied =
      'clipboard' in navigator &&
      (await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      ))
    if (!isCopied) window.getSelection()?.selectAllChildren(source.current ?? document.body)
    setOutcome(isCopied ? 'copied' : 'selected')
  }

  const Icon = outcome === 'copied' ? Check : Copy
  return (
    <span className="shrink-0 font-sans">
      <Button onClick={copy} autoFocus={hasFocusFirst}>
        <Icon size={16} aria-hidden />
        <span>
          {texts[outcome ?? 'copy']}
          <span className="sr-only"> {what}</span>
        </span>
      </Button>
      <span role="status" className="sr-only">
        {outcome !== null && words[outcome]}
      </span>
    </span>
  )
}
