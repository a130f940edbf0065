'use client'

import { useCallback } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { FETCH_FAILURES, fetchFailureOf, remedyFor } from '@/components/ui/dialog/fetch-failure'

/** Calls `then` once `fetchPart` has loaded the code that it needs. */
type WhenFetched = (fetchPart: () => Promise<unknown>, then: () => void) => Promise<void>

/**
 * Opens something that is loaded on use; every control uses it. A `lazy` component must not be rendered earlier: when
 * its code cannot be loaded, it takes the whole page down and stays broken. This hook announces why nothing opens, and
 * offers to try again or to reload.
 */
export function useWhenFetched(): WhenFetched {
  const announce = useAnnounce()
  return useCallback<WhenFetched>(
    async function attempt(fetchPart, then) {
      try {
        await fetchPart()
      } catch (error) {
        const failure = await fetchFailureOf(error)
        if (failure === null) throw error
        announce(
          FETCH_FAILURES[failure],
          remedyFor(failure, () => void attempt(fetchPart, then)),
        )
        return
      }
      then()
    },
    [announce],
  )
}

/** Loads something in advance. A failure is reported when it is used. */
export function foresee(fetchPart: () => Promise<unknown>): void {
  void fetchPart().catch(() => null)
}
