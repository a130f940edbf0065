'use client'

import { createContext, use, useMemo, useState, type ReactNode } from 'react'

interface Selection {
  /** The selected and the selectable ids, in the order of the list. */
  selected: readonly string[]
  selectable: readonly string[]
  set: (ids: readonly string[], isSelected: boolean) => void
}

const SelectionContext = createContext<Selection>({ selected: [], selectable: [], set: () => {} })

interface SelectionProviderProps {
  /** The selectable entries on the page. An entry that is not among them does not count as selected. */
  ids: readonly string[]
  children: ReactNode
}

export function SelectionProvider({ ids, children }: SelectionProviderProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selection = useMemo<Selection>(
    () => ({
      selected: ids.filter((id) => chosen.has(id)),
      selectable: ids,
      set: (changed, isSelected) =>
        setChosen((before) => {
          const kept = [...before].filter((id) => !changed.includes(id))
          return new Set(isSelected ? [...kept, ...changed] : kept)
        }),
    }),
    [ids, chosen],
  )
  return <SelectionContext value={selection}>{children}</SelectionContext>
}

/** Returns the selection of the surrounding list. */
export function useSelection(): Selection {
  return use(SelectionContext)
}
