'use client'

import { useRouter } from 'next/navigation'
import { problemMessage } from '@/components/forms/problem-message'
import { useAnnounce } from '@/components/ui/announcer'
import { fetchFailureOf, remedyFor } from '@/components/ui/dialog/fetch-failure'
import { ProblemError } from '@/lib/edge/client/problem-error'

/**
 * Runs the work of a single click, refreshes the page, and announces the sentence that the work returns or why it
 * failed. A rejection refreshes the page too: what the person clicked may have changed elsewhere.
 */
export function useDirectAction(): (work: () => Promise<string>) => Promise<void> {
  const router = useRouter()
  const announce = useAnnounce()
  return async function act(work) {
    try {
      const sentence = await work()
      router.refresh()
      announce(sentence)
    } catch (error) {
      const message = await problemMessage(error)
      if (message === null) return
      if (error instanceof ProblemError && error.status !== 0) router.refresh()
      const failure = await fetchFailureOf(error)
      announce(message, failure === null ? undefined : remedyFor(failure, () => void act(work)))
    }
  }
}
