'use client'

import { Checkbox } from '@/components/ui/form/checkbox'
import { useSelection } from '@/components/ui/table/selection-provider'

/** The box that selects every entry of the list that can be selected; nothing where none can. */
export function SelectAll({ label, text }: { label: string; text?: string }) {
  const { selected, selectable, set } = useSelection()
  if (selectable.length === 0) return null
  const isAll = selected.length === selectable.length
  return (
    <Checkbox
      label={label}
      text={text}
      isChecked={isAll}
      isMixed={selected.length > 0 && !isAll}
      onChange={() => set(selectable, !isAll)}
    />
  )
}
