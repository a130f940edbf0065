'use client'

import { useCallback, useEffect, useState } from 'react'

const KEPT_AS = 'latchkeyLink'

interface LinkSecrets {
  /** Null until they were read; empty where the page was opened without its link. */
  secrets: URLSearchParams | null
  /** Forgets them, once they are used or known to be of no use. */
  forget: () => void
}

/**
 * What stands in the fragment of the address, where links carry their secrets: no server gets to see it.
 * It is taken out of the address bar at once and kept in the state of this one history entry, so that
 * Reload and Back find the form again. Other places were weighed: the address can be read over a shoulder
 * and is kept in the browser’s history; `sessionStorage` can be read by every later page of the tab. The
 * state belongs to this entry alone, is gone when the tab is closed, and is emptied once the link is used.
 */
export function useLinkSecrets(): LinkSecrets {
  const [secrets, setSecrets] = useState<URLSearchParams | null>(null)

  useEffect(() => {
    const read = () => {
      const { hash } = window.location
      // A link to a part of the page has a fragment as well, and is not one of ours.
      if (hash.includes('=')) replaceState({ ...stateOfEntry(), [KEPT_AS]: hash.slice(1) })
      const kept = stateOfEntry()[KEPT_AS]
      const found = new URLSearchParams(typeof kept === 'string' ? kept : '')
      queueMicrotask(() => setSecrets((known) => (known?.toString() === found.toString() ? known : found)))
    }
    read()
    // The same page opened by another link in the same tab: only the fragment changes.
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])

  const forget = useCallback(() => {
    const { [KEPT_AS]: _, ...others } = stateOfEntry()
    replaceState(others)
  }, [])

  return { secrets, forget }
}

function stateOfEntry(): Record<string, unknown> {
  return (window.history.state ?? {}) as Record<string, unknown>
}

/** Replaces the state of the current entry, and its address by the same one without the fragment. */
function replaceState(state: Record<string, unknown>): void {
  const { pathname, search } = window.location
  window.history.replaceState(state, '', `${pathname}${search}`)
}
