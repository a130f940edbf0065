'use client'

import { useCallback } from 'react'
import { useAnnounce } from '@/components/ui/announcer'
import { FETCH_FAILURES, fetchFailureOf, remedyFor } from '@/components/ui/dialog/fetch-failure'

/** Does `then` once `fetchPart` has fetched the code that it takes. */
type WhenFetched = (fetchPart: () => Promise<unknown>, then: () => void) => Promise<void>

/**
 * The way in which every control opens what is fetched on use. A component that is `lazy` must not be
 * rendered before: when its code cannot be had, it takes the whole page down and stays broken. Here the
 * page says why nothing opens, and offers to try again or to reload.
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

/** Fetches something ahead of its use. A failure is told when it is used. */
export function foresee(fetchPart: () => Promise<unknown>): void {
  void fetchPart().catch(() => null)
}
