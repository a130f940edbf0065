'use client'

import { useEffect } from 'react'
import type { PaletteEntry } from '@/components/palette/palette-entry'
import { paletteTexts } from '@/components/palette/texts'

interface PaletteResultsProps {
  id: string
  entries: readonly PaletteEntry[]
  active: PaletteEntry | undefined
  onPoint: (entry: PaletteEntry) => void
  onChoose: (entry: PaletteEntry) => void
}

/** Brings entries of a group together. The group with the best entry comes first. */
export function inGroups(entries: readonly PaletteEntry[]): PaletteEntry[] {
  return groupsOf(entries).flatMap((group) => entries.filter((entry) => entry.group === group))
}

const groupsOf = (entries: readonly PaletteEntry[]) => [...new Set(entries.map(({ group }) => group))]

/** Returns the id of an entry's element. */
export function optionId(listId: string, { id }: PaletteEntry): string {
  return `${listId}-${id}`
}

/** The list below the search field. The focus stays in the field, which names the active option. */
export function PaletteResults({ id, entries, active, onPoint, onChoose }: PaletteResultsProps) {
  const activeId = active && optionId(id, active)
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  return (
    <div id={id} role="listbox" aria-label={paletteTexts.results} className="min-h-0 overflow-y-auto px-2 pb-2">
      {groupsOf(entries).map((group) => (
        <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
          <p id={`${id}-${group}`} className="px-2.5 pt-3 pb-1 text-label font-medium text-muted">
            {paletteTexts.groups[group]}
          </p>
          {entries
            .filter((entry) => entry.group === group)
            .map((entry) => (
              <div
                key={entry.id}
                id={optionId(id, entry)}
                role="option"
                aria-selected={entry === active}
                onPointerMove={() => onPoint(entry)}
                onClick={() => onChoose(entry)}
                className="flex cursor-pointer scroll-my-2 flex-wrap items-baseline justify-between gap-x-3 rounded-control px-2.5 py-2 aria-selected:bg-accent-soft aria-selected:text-accent forced-colors:aria-selected:underline"
              >
                <span className="min-w-0 wrap-anywhere">{entry.label}</span>
                {entry.note !== null && <span className="text-note wrap-anywhere text-muted">{entry.note}</span>}
              </div>
            ))}
        </div>
      ))}
    </div>
  )
}
