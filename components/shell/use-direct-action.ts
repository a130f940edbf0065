'use client'

import { useRouter } from 'next/navigation'
import { problemMessage } from '@/components/forms/problem-message'
import { useAnnounce } from '@/components/ui/announcer'

/** Does what one click asks for: the page is renewed, and the sentence that the work gives, or why it failed, is said. */
export function useDirectAction(): (work: () => Promise<string>) => Promise<void> {
  const router = useRouter()
  const announce = useAnnounce()
  return async (work) => {
    try {
      const sentence = await work()
      router.refresh()
      announce(sentence)
    } catch (error) {
      const message = problemMessage(error)
      if (message !== null) announce(message)
    }
  }
}
