'use client'

import { isUndoable } from '@/components/tokens/actions/is-undoable'
import { TokenActions } from '@/components/tokens/actions/token-actions'
import { UndoButton } from '@/components/tokens/actions/undo-button'
import { useNow } from '@/components/ui/time/now-provider'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** What can be done at the end of a token's row: its actions, or while it is revoked and not for too long, its return. */
export function TokenRowEnd({ token }: { token: TokenView }) {
  const nowMs = useNow()
  if (token.status !== 'revoked') return <TokenActions token={token} />
  return isUndoable(token, nowMs) ? <UndoButton token={token} /> : null
}
