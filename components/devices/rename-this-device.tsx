'use client'

import { useRef, useState } from 'react'
import { FetchedRenameDialog } from '@/components/devices/fetched-rename-dialog'
import { Button } from '@/components/ui/button'
import type { DeviceView } from '@/lib/sessions/schema'

/** The button that gives this device a name of one's own. */
export function RenameThisDevice({ device }: { device: Pick<DeviceView, 'id' | 'name'> }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button ref={button} onClick={() => setIsOpen(true)} className="max-cards:w-full">
        Rename…
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
