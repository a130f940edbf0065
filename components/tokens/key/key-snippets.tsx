'use client'

import { Tabs } from 'radix-ui'
import { useEffect, useRef, useState } from 'react'
import { rememberedSnippet, rememberSnippet } from '@/components/tokens/key/remembered-snippet'
import { snippetOf, SNIPPETS, type SnippetName, type SnippetPart } from '@/components/tokens/key/snippets'
import { keyTexts } from '@/components/tokens/texts-key'
import { CopyButton } from '@/components/ui/copy-button'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

/** Examples of how to use a new token, one tab each. The browser remembers the last tab. */
export function KeySnippets({ issued, appOrigin }: { issued: IssuedToken; appOrigin: string }) {
  const list = useRef<HTMLDivElement>(null)
  const [shown, setShown] = useState(rememberedSnippet)

  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected=true]')
    tab?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [shown])

  function show(snippet: string) {
    setShown(snippet as SnippetName)
    rememberSnippet(snippet as SnippetName)
  }

  return (
    <Tabs.Root value={shown} onValueChange={show} className="grid min-w-0 gap-3">
      <Tabs.List
        ref={list}
        aria-label={keyTexts.examples}
        className="flex gap-1 overflow-x-auto border-b border-line p-0.75 pb-0 max-cards:mask-r-from-85% max-cards:pr-10"
      >
        {SNIPPETS.map((snippet) => (
          <Tabs.Trigger
            key={snippet}
            value={snippet}
            className="shrink-0 cursor-pointer border-b-2 border-transparent px-2 py-1.5 whitespace-nowrap text-muted hover:text-text data-[state=active]:border-accent data-[state=active]:text-text"
          >
            {keyTexts.tabs[snippet]}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {SNIPPETS.map((snippet) => (
        <Tabs.Content key={snippet} value={snippet} tabIndex={-1} className="grid min-w-0 gap-3">
          {snippetOf(snippet, issued, appOrigin).map((part) => (
            <SnippetBlock key={part.title} {...part} />
          ))}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  )
}

function SnippetBlock({ title, code }: SnippetPart) {
  const source = useRef<HTMLElement>(null)
  return (
    <div className="grid min-w-0 gap-1.5">
      <div className="flex items-center justify-between gap-3">
        <p className="text-note text-muted">{title}</p>
        <CopyButton text={code} what={`: ${title}`} source={source} />
      </div>
      {/* Long code scrolls, with the keyboard too. */}
      <pre
        tabIndex={0}
        role="group"
        aria-label={title}
        className="max-h-52 overflow-y-auto rounded-control border border-line bg-surface px-3 py-2.5 text-note wrap-anywhere whitespace-pre-wrap text-muted"
      >
        <code ref={source} className="font-mono">
          {code}
        </code>
      </pre>
    </div>
  )
}
