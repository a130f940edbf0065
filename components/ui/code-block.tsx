'use client'

import { useRef } from 'react'
import { CopyButton } from '@/components/ui/copy-button'

interface CodeBlockProps {
  text: string
  /** Names what is copied: “the command”. */
  what: string
}

/** Code with a copy button. */
export function CodeBlock({ text, what }: CodeBlockProps) {
  const code = useRef<HTMLElement>(null)
  return (
    <div className="flex items-start gap-3 rounded-control border border-line bg-surface py-2.5 pr-2.5 pl-3.5 max-cards:flex-col">
      <pre className="min-w-0 flex-1 self-center text-note wrap-anywhere whitespace-pre-wrap text-muted">
        <code ref={code} className="font-mono">
          {text}
        </code>
      </pre>
      <CopyButton text={text} what={what} source={code} />
    </div>
  )
}
