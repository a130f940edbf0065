'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { useSelection } from '@/components/ui/selection-provider'

/** The box that selects every entry of the list that can be selected. */
export function SelectAll({ label }: { label: string }) {
  const { selected, selectable, set } = useSelection()
  const isAll = selectable.length > 0 && selected.length === selectable.length
  return (
    <Checkbox
      label={label}
      isChecked={isAll}
      isMixed={selected.length > 0 && !isAll}
      onChange={() => set(selectable, !isAll)}
    />
  )
}
