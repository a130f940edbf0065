'use client'

import { useEffect, useState } from 'react'

/**
 * What stands in the fragment of the address, where links carry their secrets: no server gets to
 * see it. Once read it is taken out of the address bar and the history. Null until then.
 */
export function useLinkSecrets(): URLSearchParams | null {
  const [secrets, setSecrets] = useState<URLSearchParams | null>(null)
  useEffect(() => {
    const { hash, pathname, search } = window.location
    if (hash !== '') window.history.replaceState(window.history.state, '', `${pathname}${search}`)
    const found = new URLSearchParams(hash.slice(1))
    queueMicrotask(() => setSecrets((known) => known ?? found))
  }, [])
  return secrets
}
