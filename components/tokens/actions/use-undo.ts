'use client'

import { problemMessage } from '@/components/forms/problem-message'
import { useCallSignedIn } from '@/components/shell/use-call-signed-in'
import { useDirectAction } from '@/components/shell/use-direct-action'
import { undoEach } from '@/components/tokens/actions/undo-each'
import { tokensTexts } from '@/components/tokens/texts'
import { undoTexts } from '@/components/tokens/texts-undo'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** Returns a function that undoes revocations and announces which tokens were restored and which were not. */
export function useUndo() {
  const callSignedIn = useCallSignedIn()
  const act = useDirectAction()
  return (tokens: readonly Pick<TokenView, 'id' | 'name'>[]) =>
    act(async () => {
      const { undoRevocationContract } = await import('@/lib/domain/tokens/contract')
      const { restored, failed, error } = await undoEach(tokens, ({ id }) =>
        callSignedIn(undoRevocationContract, { params: { id }, body: {} }),
      )
      if (restored.length === 0) throw error
      if (failed.length > 0) return undoTexts.partly(restored, failed, (await problemMessage(error)) ?? '')
      const { done, several } = tokensTexts.undo
      return done(tokens.length === 1 ? (tokens[0]?.name ?? '') : several(tokens.length))
    })
}
