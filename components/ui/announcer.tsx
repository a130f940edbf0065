'use client'

import { createContext, use, useEffect, useState, type ReactNode } from 'react'

const SHOWN_FOR_MS = 6_000

const Announce = createContext<(sentence: string) => void>(() => {})

/** Lets what stands in it say one sentence at the foot of the page, to eyes and ears. */
export function Announcer({ children }: { children: ReactNode }) {
  const [sentence, setSentence] = useState<string | null>(null)

  useEffect(() => {
    if (sentence === null) return
    const timer = setTimeout(() => setSentence(null), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [sentence])

  return (
    <Announce value={setSentence}>
      {children}
      <div role="status" className="pointer-events-none fixed inset-x-4 bottom-5 z-40 flex justify-center">
        {sentence !== null && (
          <p className="animate-appear rounded-card border border-line bg-raised px-4 py-2.5 wrap-anywhere shadow-menu">
            {sentence}
          </p>
        )}
      </div>
    </Announce>
  )
}

/** Says a sentence through the announcer around it. */
export function useAnnounce(): (sentence: string) => void {
  return use(Announce)
}
