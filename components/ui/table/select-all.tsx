'use client'

import { Checkbox } from '@/components/ui/form/checkbox'
import { useSelection } from '@/components/ui/table/selection-provider'

/** A checkbox that selects every selectable entry of the list. Renders nothing when there is none. */
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
