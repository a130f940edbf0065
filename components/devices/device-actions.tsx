'use client'

import { LogOut, Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { FetchedRenameDialog, fetchRenameDialog } from '@/components/devices/fetched-rename-dialog'
import { FetchedSignOutDialog, fetchSignOutDialog } from '@/components/devices/fetched-sign-out-dialog'
import { devicesTexts } from '@/components/devices/texts'
import { Menu, MenuItem } from '@/components/ui/dialog/menu'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { useReopened } from '@/components/ui/dialog/use-reopened'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { DeviceView } from '@/lib/domain/sessions/schema'

const { actions } = devicesTexts

/** Menu of what can be done with another device. */
export function DeviceActions({ device }: { device: Pick<DeviceView, 'id' | 'name'> }) {
  const menu = useRef<HTMLButtonElement>(null)
  useFocusHandover(menu)
  const [open, setOpen] = useState<'rename' | 'sign-out' | null>(null)
  const whenFetched = useWhenFetched()
  const rename = () => void whenFetched(fetchRenameDialog, () => setOpen('rename'))
  useReopened(`rename:${device.id}`, rename)
  const dialog = { onDismiss: () => setOpen(null), onClosed: () => menu.current?.focus() }
  return (
    <>
      <Menu label={actions.menu(device.name)} triggerRef={menu}>
        <MenuItem icon={Pencil} onSelect={rename}>
          {actions.rename}
        </MenuItem>
        <MenuItem
          icon={LogOut}
          isDangerous
          onSelect={() => void whenFetched(fetchSignOutDialog, () => setOpen('sign-out'))}
        >
          {actions.signOut}
        </MenuItem>
      </Menu>
      {open === 'rename' && <FetchedRenameDialog device={device} {...dialog} />}
      {open === 'sign-out' && <FetchedSignOutDialog choice={[device]} {...dialog} />}
    </>
  )
}
