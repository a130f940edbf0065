'use client'

import { useEffect } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import { useAnnounce } from '@/components/ui/announcer'
import { offerDraft, takeDraft, withoutSecrets } from '@/components/ui/form/form-drafts'
import { uiTexts } from '@/components/ui/texts'

/**
 * Restores what was typed into a form before the person was signed out, and keeps what is typed from now on. Without a
 * name, nothing is kept.
 */
export function useFormDraft<Fields extends FieldValues, Output>(
  { getValues, setValue }: Pick<UseFormReturn<Fields, unknown, Output>, 'getValues' | 'setValue'>,
  name: string | undefined,
): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (name === undefined) return
    const read = () => withoutSecrets(getValues())
    const untouched = JSON.stringify(read())
    const draft = takeDraft(name)
    if (draft !== null) {
      for (const [field, value] of Object.entries(draft))
        setValue(field as Path<Fields>, value as PathValue<Fields, Path<Fields>>, { shouldDirty: true })
      announce(uiTexts.draft.restored)
    }
    return offerDraft(name, () => (JSON.stringify(read()) === untouched ? null : read()))
  }, [name, getValues, setValue, announce])
}
