'use client'

import { useRef } from 'react'
import { useAskToRevoke } from '@/components/admin/tokens/revoke-dialogs'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { TokenSelector } from '@/lib/domain/admin/tokens/schema'

/** Asks whether all tokens shall be revoked that the list is narrowed to, on whatever page they stand. */
export function RevokeMatching({ selection }: { selection: TokenSelector }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const askToRevoke = useAskToRevoke()
  return (
    <Button
      ref={button}
      variant="danger"
      onClick={() => askToRevoke({ selection, what: 'all that match', isOne: false }, button.current)}
    >
      Revoke all that match…
    </Button>
  )
}
