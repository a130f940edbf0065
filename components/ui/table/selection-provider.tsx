'use client'

import { createContext, use, useMemo, useState, type ReactNode } from 'react'

interface Selection {
  /** What can be selected and is, in the order of the list. */
  selected: readonly string[]
  selectable: readonly string[]
  set: (ids: readonly string[], isSelected: boolean) => void
}

const SelectionContext = createContext<Selection>({ selected: [], selectable: [], set: () => {} })

interface SelectionProviderProps {
  /** The entries on the page that can be selected; what is no longer among them is forgotten. */
  ids: readonly string[]
  children: ReactNode
}

/** Keeps which entries of a list are selected. */
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

/** The selection of the list around it. */
export function useSelection(): Selection {
  return use(SelectionContext)
}
