'use client'

import { useRef, useState } from 'react'
import { fetchRenameDialog, FetchedRenameDialog } from '@/components/devices/fetched-rename-dialog'
import { devicesTexts } from '@/components/devices/texts'
import { Button } from '@/components/ui/button'
import { useReopened } from '@/components/ui/dialog/use-reopened'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { DeviceView } from '@/lib/domain/sessions/schema'

export function RenameThisDevice({ device }: { device: Pick<DeviceView, 'id' | 'name'> }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const whenFetched = useWhenFetched()
  const rename = () => void whenFetched(fetchRenameDialog, () => setIsOpen(true))
  useReopened(`rename:${device.id}`, rename)
  return (
    <>
      <Button ref={button} onClick={rename} className="max-cards:w-full">
        {devicesTexts.actions.rename}
      </Button>
      {isOpen && (
        <FetchedRenameDialog
          device={device}
          onDismiss={() => setIsOpen(false)}
          onClosed={() => button.current?.focus()}
        />
      )}
    </>
  )
}
