'use client'

import { useRef } from 'react'
import { useAskToRevoke } from '@/components/admin/tokens/revoke-dialogs'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/table/selection-provider'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'

/** Button that asks for confirmation before revoking the selected tokens. */
export function RevokeSelected() {
  const { selected } = useSelection()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const askToRevoke = useAskToRevoke()
  const isOne = selected.length === 1
  const what = isOne ? 'the selected one' : `the ${selected.length} selected`
  return (
    <Button
      ref={button}
      variant="danger"
      onClick={() => askToRevoke({ selection: { ids: [...selected] }, what, isOne }, button.current)}
    >
      Revoke…
    </Button>
  )
}
