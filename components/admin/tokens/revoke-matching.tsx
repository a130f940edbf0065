'use client'

import { useRef } from 'react'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { useAskToRevoke } from '@/components/admin/tokens/revoke-dialogs'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { TokenSelector } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.revoke

/** Button that asks for confirmation before revoking every token that matches the filters, on all pages. */
export function RevokeMatching({ selection }: { selection: TokenSelector }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const askToRevoke = useAskToRevoke()
  return (
    <Button
      ref={button}
      variant="danger"
      onClick={() => askToRevoke({ selection, what: texts.matching, isOne: false }, button.current)}
    >
      {texts.openMatching}
    </Button>
  )
}
