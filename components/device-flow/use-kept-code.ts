'use client'

import { useSyncExternalStore } from 'react'
import { keptCode, takeCodeFromAddress } from '@/components/device-flow/kept-code'

function subscribe(onChange: () => void): () => void {
  if (takeCodeFromAddress()) onChange()
  // Another link to the same page in the same tab changes only the fragment. The page starts over with its code.
  const startOver = () => {
    if (takeCodeFromAddress()) window.location.reload()
  }
  window.addEventListener('hashchange', startOver)
  return () => window.removeEventListener('hashchange', startOver)
}

/** Returns the code from the link to this page, even if the person had to sign in first; empty if there is none. */
export function useKeptCode(): string {
  return useSyncExternalStore(subscribe, keptCode, () => '')
}
