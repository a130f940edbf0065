'use client'

import { useEffect, useEffectEvent } from 'react'
import { isDraftKept } from '@/components/ui/form/form-drafts'

/** Opens a dialog by itself when what was typed into its form is kept: its person was signed out in the middle of it. */
export function useReopened(draft: string, open: () => void): void {
  const reopen = useEffectEvent(open)
  useEffect(() => {
    if (isDraftKept(draft)) queueMicrotask(() => reopen())
  }, [draft])
}
