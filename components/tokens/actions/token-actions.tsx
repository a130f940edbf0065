'use client'

import { Ban, CalendarPlus, Pencil, RotateCw, TimerOff } from 'lucide-react'
import { useRef } from 'react'
import { useOpenTokenDialog } from '@/components/tokens/actions/token-dialogs'
import { Menu, MenuItem } from '@/components/ui/dialog/menu'
import { useReopened } from '@/components/ui/dialog/use-reopened'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { isUndoable } from '@/components/tokens/actions/is-undoable'
import { UndoButton } from '@/components/tokens/actions/undo-button'
import { tokensTexts } from '@/components/tokens/texts'
import { useNow } from '@/components/ui/time/now-provider'

const words = tokensTexts.actions

/** Menu of what the owner can do with a token that is not revoked. */
export function TokenActions({ token }: { token: TokenView }) {
  const menu = useRef<HTMLButtonElement>(null)
  useFocusHandover(menu)
  const openDialog = useOpenTokenDialog()
  const open = (action: Parameters<typeof openDialog>[0]['action']) =>
    openDialog({ action, tokens: [token] }, menu.current)
  useReopened(`rename:${token.id}`, () => open('rename'))
  const isActive = token.status === 'active'
  return (
    <Menu label={words.menu(token.name)} triggerRef={menu}>
      <MenuItem icon={Pencil} onSelect={() => open('rename')}>
        {words.rename}
      </MenuItem>
      {token.expires_at !== null && (
        <MenuItem icon={CalendarPlus} onSelect={() => open('extend')}>
          {words.extend}
        </MenuItem>
      )}
      {isActive && (
        <MenuItem icon={RotateCw} onSelect={() => open('rotate')}>
          {words.rotate}
        </MenuItem>
      )}
      {isActive && token.previous_secret !== null && (
        <MenuItem icon={TimerOff} onSelect={() => open('endGrace')}>
          {words.revokeOld}
        </MenuItem>
      )}
      <MenuItem icon={Ban} isDangerous onSelect={() => open('revoke')}>
        {words.revoke}
      </MenuItem>
    </Menu>
  )
}

/**
 * What the owner can do at the end of a token's row: its actions, or for a revoked token, undo while that is possible.
 */
export function TokenRowActions({ token }: { token: TokenView }) {
  const nowMs = useNow()
  if (token.status !== 'revoked') return <TokenActions token={token} />
  return isUndoable(token, nowMs) ? <UndoButton token={token} /> : null
}
