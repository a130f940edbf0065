'use client'

import { Checkbox } from '@/components/ui/form/checkbox'
import { useSelection } from '@/components/ui/table/selection-provider'

export function SelectOne({ id, label }: { id: string; label: string }) {
  const { selected, set } = useSelection()
  return <Checkbox label={label} isChecked={selected.includes(id)} onChange={(isSelected) => set([id], isSelected)} />
}
