'use client'

import { useRef, useState } from 'react'
import { fetchSignOutDialog, FetchedSignOutDialog } from '@/components/devices/fetched-sign-out-dialog'
import { devicesTexts } from '@/components/devices/texts'
import { Button } from '@/components/ui/button'
import { SelectionBar } from '@/components/ui/table/selection-bar'
import { useSelection } from '@/components/ui/table/selection-provider'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { DeviceView } from '@/lib/domain/sessions/schema'

interface SignOutSelectedProps {
  devices: readonly Pick<DeviceView, 'id' | 'name'>[]
}

export function SignOutSelected({ devices }: SignOutSelectedProps) {
  return (
    <SelectionBar label={devicesTexts.list.selected}>
      <SignOutButton devices={devices} />
    </SelectionBar>
  )
}

/** A separate component, because it mounts and unmounts with the selection. */
function SignOutButton({ devices }: SignOutSelectedProps) {
  const { selected } = useSelection()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isOpen, setIsOpen] = useState(false)
  const whenFetched = useWhenFetched()
  return (
    <>
      <Button variant="danger" ref={button} onClick={() => void whenFetched(fetchSignOutDialog, () => setIsOpen(true))}>
        {devicesTexts.actions.signOut}
      </Button>
      {isOpen && (
        <FetchedSignOutDialog
          choice={devices.filter(({ id }) => selected.includes(id))}
          onDismiss={() => setIsOpen(false)}
          onClosed={() => button.current?.focus()}
        />
      )}
    </>
  )
}
