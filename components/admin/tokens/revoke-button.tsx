'use client'

import { useRef } from 'react'
import { useAskToRevoke } from '@/components/admin/tokens/revoke-dialogs'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'

/** Asks whether one token of somebody shall be revoked. */
export function RevokeButton({ token: { id, name, owner } }: { token: ManagedToken }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const askToRevoke = useAskToRevoke()
  return (
    <Button
      ref={button}
      variant="ghost"
      aria-label={`Revoke ${name} of ${owner.username}`}
      onClick={() => askToRevoke({ selection: { ids: [id] }, what: name, isOne: true }, button.current)}
    >
      Revoke…
    </Button>
  )
}
