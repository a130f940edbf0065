'use client'

import { useRef } from 'react'
import { useOpenTokenDialog } from '@/components/tokens/actions/token-dialogs'
import { tokensTexts } from '@/components/tokens/texts'
import { Button } from '@/components/ui/button'
import { useSelection } from '@/components/ui/table/selection-provider'
import type { TokenView } from '@/lib/domain/tokens/schema'

/** Button that asks for confirmation before revoking the selected tokens. */
export function BulkRevokeButton({ tokens }: { tokens: readonly TokenView[] }) {
  const { selected } = useSelection()
  const button = useRef<HTMLButtonElement>(null)
  const openDialog = useOpenTokenDialog()

  function ask() {
    const [first, ...others] = tokens.filter(({ id }) => selected.includes(id))
    if (first !== undefined) openDialog({ action: 'revoke', tokens: [first, ...others] }, button.current)
  }

  return (
    <Button ref={button} variant="danger" onClick={ask}>
      {tokensTexts.revoke.open}
    </Button>
  )
}
