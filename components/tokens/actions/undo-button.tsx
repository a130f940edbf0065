'use client'

import { useRef } from 'react'
import { useUndo } from '@/components/tokens/actions/use-undo'
import { tokensTexts } from '@/components/tokens/texts'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { TokenView } from '@/lib/domain/tokens/schema'

export function UndoButton({ token }: { token: Pick<TokenView, 'id' | 'name'> }) {
  const undo = useUndo()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  return (
    <Button
      ref={button}
      variant="ghost"
      aria-label={tokensTexts.undo.buttonOf(token.name)}
      onClick={() => undo([token])}
    >
      {tokensTexts.undo.button}
    </Button>
  )
}
