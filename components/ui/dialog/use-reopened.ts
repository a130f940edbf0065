'use client'

import { useEffect, useEffectEvent } from 'react'
import { isDraftKept } from '@/components/ui/form/form-drafts'

/** Opens a dialog by itself when a draft of its form exists: the person was signed out while filling it in. */
export function useReopened(draft: string, open: () => void): void {
  const reopen = useEffectEvent(open)
  useEffect(() => {
    if (isDraftKept(draft)) queueMicrotask(() => reopen())
  }, [draft])
}
