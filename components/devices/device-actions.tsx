'use client'

import { LogOut, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { SignOutDevicesDialog } from '@/components/devices/sign-out-devices-dialog'
import { RENAME_LEAD } from '@/components/devices/rename-lead'
import { RenameTokenDialog } from '@/components/tokens/rename-token-dialog'
import { Menu, MenuItem } from '@/components/ui/menu'
import { useFocusHandover } from '@/components/ui/use-focus-handover'
import type { DeviceView } from '@/lib/sessions/schema'

/** What can be done with another device. */
export function DeviceActions({ device }: { device: Pick<DeviceView, 'id' | 'name'> }) {
  const menu = useRef<HTMLButtonElement>(null)
  useFocusHandover(menu)
  const [open, setOpen] = useState<'rename' | 'sign-out' | null>(null)
  const dialog = { onDismiss: () => setOpen(null), onClosed: () => menu.current?.focus() }
  return (
    <>
      <Menu label={`Actions for ${device.name}`} triggerRef={menu}>
        <MenuItem icon={Pencil} onSelect={() => setOpen('rename')}>
          Rename…
        </MenuItem>
        <MenuItem icon={LogOut} isDangerous onSelect={() => setOpen('sign-out')}>
          Sign out…
        </MenuItem>
      </Menu>
      {open === 'rename' && <RenameTokenDialog tokens={[device]} lead={RENAME_LEAD} {...dialog} />}
      <SignOutDevicesDialog choice={[device]} isOpen={open === 'sign-out'} {...dialog} />
    </>
  )
}
