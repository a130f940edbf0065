'use client'

import { useEffect, useState } from 'react'
import type { PaletteEntry } from '@/components/palette/palette-entry'
import { rankEntries } from '@/components/palette/rank-entries'
import { paletteTexts } from '@/components/palette/texts'

const SETTLED_AFTER_MS = 200
const QUERY_LENGTH_MAX = 64

/** What tokens are looked for by: part of a name, or a whole key. */
export interface Sought {
  text: string
  isKey: boolean
}

interface FoundTokens {
  entries: readonly PaletteEntry[]
  isPending: boolean
  /** Why there are none, if something else than the query is the reason. */
  message: string | null
}

const NOTHING: FoundTokens = { entries: [], isPending: false, message: null }

/** Finds tokens once the person pauses. Until the answer is there, it returns those of the last one that still fit. */
export function useFoundTokens({ text, isKey }: Sought, isAdmin: boolean): FoundTokens {
  const [answer, setAnswer] = useState<(Sought & FoundTokens) | null>(null)
  const isAsked = text !== '' && (isKey || [...text].length <= QUERY_LENGTH_MAX)

  useEffect(() => {
    if (!isAsked) return
    let isOver = false
    const ask = () =>
      find({ text, isKey }, isAdmin).then(
        (found) => !isOver && setAnswer({ ...NOTHING, ...found, text, isKey }),
        async (error: unknown) => {
          const { problemMessage } = await import('@/components/forms/problem-message')
          const message = await problemMessage(error)
          if (!isOver) setAnswer({ ...NOTHING, message, text, isKey })
        },
      )
    const timer = setTimeout(() => void ask(), isKey ? 0 : SETTLED_AFTER_MS)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [text, isKey, isAsked, isAdmin])

  if (!isAsked) return NOTHING
  if (answer?.text === text && answer.isKey === isKey) return answer
  const isContinued = answer !== null && !answer.isKey && !isKey
  return { entries: isContinued ? rankEntries(answer.entries, text) : [], isPending: true, message: null }
}

async function find({ text, isKey }: Sought, isAdmin: boolean): Promise<Partial<FoundTokens>> {
  const { findTokenOfKey, searchTokens } = await import('@/components/palette/find-tokens')
  if (!isKey) return { entries: await searchTokens(text) }
  const found = await findTokenOfKey(text, isAdmin)
  const { notYours, unknown } = paletteTexts.pasted
  return found === null ? { message: isAdmin ? unknown : notYours } : { entries: [found] }
}
