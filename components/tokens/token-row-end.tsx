'use client'

import { isUndoable } from '@/components/tokens/is-undoable'
import { TokenActions } from '@/components/tokens/token-actions'
import { UndoButton } from '@/components/tokens/undo-button'
import { useNow } from '@/components/ui/now-provider'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** What can be done at the end of a token's row: its actions, or while it is revoked and not for too long, its return. */
export function TokenRowEnd({ token }: { token: TokenView }) {
  const nowMs = useNow()
  if (token.status !== 'revoked') return <TokenActions token={token} />
  return isUndoable(token, nowMs) ? <UndoButton token={token} /> : null
}
