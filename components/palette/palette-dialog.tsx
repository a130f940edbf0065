'use client'

import { Search, X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { listEntries } from '@/components/palette/list-entries'
import type { PaletteEntry } from '@/components/palette/palette-entry'
import { inGroups, optionId, PaletteResults } from '@/components/palette/palette-results'
import { PaletteStatus } from '@/components/palette/palette-status'
import { rankEntries } from '@/components/palette/rank-entries'
import { paletteTexts as texts } from '@/components/palette/texts'
import { useFoundTokens } from '@/components/palette/use-found-tokens'
import { usePaletteInput } from '@/components/palette/use-palette-input'
import { usePaletteRun } from '@/components/palette/use-palette-run'
import { Button } from '@/components/ui/button'

interface PaletteDialogProps {
  isAdmin: boolean
  onDismiss: () => void
  /** Restores the focus after closing, unless the person goes to another page. */
  onClosed: (isLeaving: boolean) => void
}

/** Searches pages, actions and the person's own tokens, and says which token a pasted key belongs to. */
export function PaletteDialog({ isAdmin, onDismiss, onClosed }: PaletteDialogProps) {
  const run = usePaletteRun()
  // Not a state: the dialog closes before it could render again.
  const isLeaving = useRef(false)

  function choose(entry: PaletteEntry) {
    isLeaving.current = 'href' in entry.run
    onDismiss()
    run(entry.run)
  }

  return (
    <Primitive.Root open onOpenChange={onDismiss}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-30 animate-appear bg-veil" />
        <Primitive.Content
          className="fixed inset-x-0 top-4 z-30 mx-auto flex max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-dialog animate-appear flex-col rounded-dialog border border-line bg-raised shadow-dialog focus-visible:shadow-dialog cards:top-[12dvh] cards:max-h-[70dvh]"
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed(isLeaving.current)
          }}
        >
          <Primitive.Title className="sr-only">{texts.title}</Primitive.Title>
          <Primitive.Description className="sr-only">{texts.lead}</Primitive.Description>
          <Palette isAdmin={isAdmin} onChoose={choose} onDismiss={onDismiss} />
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}

interface PaletteProps extends Omit<PaletteDialogProps, 'onClosed'> {
  onChoose: (entry: PaletteEntry) => void
}

function Palette({ isAdmin, onChoose, onDismiss }: PaletteProps) {
  const listId = useId()
  const { text, pasted, onText, onPaste, clear } = usePaletteInput()
  const [activeId, setActiveId] = useState<string | null>(null)
  const query = text.trim()
  const found = useFoundTokens(
    pasted === null ? { text: query, isKey: false } : { text: pasted.key ?? '', isKey: true },
    isAdmin,
  )
  const listed = pasted === null ? rankEntries(listEntries(isAdmin), query) : []
  const entries = inGroups([...listed, ...found.entries])
  const at = Math.max(
    entries.findIndex(({ id }) => id === activeId),
    0,
  )
  const active = entries[at]
  const isListed = entries.length > 0

  function onKeyDown(event: KeyboardEvent) {
    const { key, ctrlKey, metaKey, nativeEvent } = event
    if (nativeEvent.isComposing) return
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step !== 0) setActiveId(entries.at((at + step) % entries.length)?.id ?? null)
    else if (key === 'Enter' && active !== undefined) onChoose(active)
    else if (key === 'Backspace' && pasted !== null) clear()
    else if ((ctrlKey || metaKey) && key.toLowerCase() === 'k') onDismiss()
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className="flex items-center gap-2 border-b border-line py-1.5 pr-1.5 pl-4">
        <Search size={16} aria-hidden className="shrink-0 text-faint" />
        {pasted !== null && (
          <Button aria-label={texts.pasted.clear} onClick={clear} className="shrink-0 px-2 py-0.5 text-note">
            {texts.pasted.label}
            <X size={14} aria-hidden />
          </Button>
        )}
        <input
          type="text"
          role="combobox"
          aria-label={pasted === null ? texts.field : texts.pasted.field}
          aria-autocomplete="list"
          aria-expanded={isListed}
          aria-controls={isListed ? listId : undefined}
          aria-activedescendant={active && optionId(listId, active)}
          placeholder={pasted === null ? texts.placeholder : undefined}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="go"
          value={text}
          onChange={({ target }) => {
            setActiveId(null)
            onText(target.value)
          }}
          onPaste={onPaste}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent py-2 text-touch placeholder:text-faint focus-visible:shadow-none cards:text-body"
        />
        <Button variant="ghost" aria-label={texts.close} onClick={onDismiss} className="px-2">
          <X size={16} aria-hidden />
        </Button>
      </div>
      {isListed && (
        <PaletteResults
          id={listId}
          entries={entries}
          active={active}
          onPoint={({ id }) => setActiveId(id)}
          onChoose={onChoose}
        />
      )}
      <PaletteStatus pasted={pasted} found={found} count={entries.length} />
    </>
  )
}
