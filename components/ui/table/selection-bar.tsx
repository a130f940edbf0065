'use client'

import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/table/selection-provider'
import { uiTexts } from '@/components/ui/texts'

/**
 * Actions for the selected entries, at the foot of the window so that nothing moves. Renders nothing without a
 * selection.
 */
export function SelectionBar({ label, children }: { label: string; children: ReactNode }) {
  const { selected, set } = useSelection()
  if (selected.length === 0) return null
  return (
    <section
      aria-label={label}
      className="sticky bottom-[calc(--spacing(4)+var(--spacing-toasts))] z-10 mx-auto mt-4 flex w-fit max-w-full animate-appear flex-wrap items-center gap-2 rounded-card border border-line-strong bg-raised py-2 pr-2 pl-4 shadow-menu"
    >
      <p role="status" className="mr-2 font-medium tabular-nums">
        {uiTexts.selection.count(selected.length)}
      </p>
      {children}
      <Button variant="ghost" onClick={() => set(selected, false)}>
        {uiTexts.selection.clear}
      </Button>
    </section>
  )
}
