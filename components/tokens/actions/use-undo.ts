'use client'

import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useDirectAction } from '@/components/shell/use-direct-action'
import { tokensTexts } from '@/components/tokens/texts'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** Returns a function that undoes revocations and announces the result. It stops at the first failure. */
export function useUndo() {
  const callSignedIn = useCallSignedIn()
  const act = useDirectAction()
  return (tokens: readonly Pick<TokenView, 'id' | 'name'>[]) =>
    act(async () => {
      const { undoRevocationContract } = await import('@/lib/domain/tokens/contract')
      // In sequence, because the first request may have to ask for the password.
      for (const { id } of tokens) await callSignedIn(undoRevocationContract, { params: { id }, body: {} })
      const { done, several } = tokensTexts.undo
      return done(tokens.length === 1 ? (tokens[0]?.name ?? '') : several(tokens.length))
    })
}
