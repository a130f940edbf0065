'use client'

import { useRef } from 'react'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { useAskToRevoke } from '@/components/admin/tokens/revoke-dialogs'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/table/selection-provider'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'

const texts = adminTokensTexts.revoke

/** Button that asks for confirmation before revoking the selected tokens. */
export function RevokeSelected() {
  const { selected } = useSelection()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const askToRevoke = useAskToRevoke()
  const isOne = selected.length === 1
  const what = texts.selected(selected.length)
  return (
    <Button
      ref={button}
      variant="danger"
      onClick={() => askToRevoke({ selection: { ids: [...selected] }, what, isOne }, button.current)}
    >
      {texts.open}
    </Button>
  )
}
