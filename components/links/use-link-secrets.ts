'use client'

import { useCallback, useEffect, useState } from 'react'

const KEPT_AS = 'latchkeyLink'

interface LinkSecrets {
  /** Null until they are read; empty when the page was opened without its link. */
  secrets: URLSearchParams | null
  /** Deletes them, once they are used or known to be invalid. */
  forget: () => void
}

/**
 * Reads the secrets of a link from the URL fragment, which browsers never send to a server. It removes them from the
 * address bar at once and keeps them in the state of this history entry, so that Reload and Back find the form again.
 * The alternatives are worse: a URL can be read over a shoulder and stays in the browser’s history, and every later
 * page of the tab can read `sessionStorage`. The state belongs to this entry alone, disappears when the tab is closed,
 * and is emptied once the link is used.
 */
export function useLinkSecrets(): LinkSecrets {
  const [secrets, setSecrets] = useState<URLSearchParams | null>(null)

  useEffect(() => {
    const read = () => {
      const { hash } = window.location
      // A link to a section of the page has a fragment too, but no secrets.
      if (hash.includes('=')) replaceState({ ...stateOfEntry(), [KEPT_AS]: hash.slice(1) })
      const kept = stateOfEntry()[KEPT_AS]
      const found = new URLSearchParams(typeof kept === 'string' ? kept : '')
      queueMicrotask(() => setSecrets((known) => (known?.toString() === found.toString() ? known : found)))
    }
    read()
    // Another link to the same page in the same tab changes only the fragment.
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

/** Replaces the state of the current history entry, and removes the fragment from its URL. */
function replaceState(state: Record<string, unknown>): void {
  const { pathname, search } = window.location
  window.history.replaceState(state, '', `${pathname}${search}`)
}
