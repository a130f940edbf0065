'use client'

import { Ban, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { RenameTokenDialog } from '@/components/tokens/rename-token-dialog'
import { RevokeTokenDialog } from '@/components/tokens/revoke-token-dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useFocusHandover } from '@/components/ui/use-focus-handover'
import type { TokenView } from '@/lib/tokens/schema'

/** What the owner can do with one token. */
export function TokenActions({ token }: { token: Pick<TokenView, 'id' | 'name'> }) {
  const menu = useRef<HTMLButtonElement>(null)
  useFocusHandover(menu)
  const [open, setOpen] = useState<'rename' | 'revoke' | null>(null)
  const dialog = { token, onDismiss: () => setOpen(null), onClosed: () => menu.current?.focus() }
  return (
    <>
      <Menu label={`Actions for ${token.name}`} triggerRef={menu}>
        <MenuItem icon={Pencil} onSelect={() => setOpen('rename')}>
          Rename…
        </MenuItem>
        <MenuItem icon={Ban} isDangerous onSelect={() => setOpen('revoke')}>
          Revoke…
        </MenuItem>
      </Menu>
      <RenameTokenDialog isOpen={open === 'rename'} {...dialog} />
      <RevokeTokenDialog isOpen={open === 'revoke'} {...dialog} />
    </>
  )
}
