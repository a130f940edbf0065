'use client'

import { useRef, useState } from 'react'
import { fetchSignOutDialog, FetchedSignOutDialog } from '@/components/devices/fetched-sign-out-dialog'
import { devicesTexts } from '@/components/devices/texts'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

export function SignOutOthers() {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isOpen, setIsOpen] = useState(false)
  const whenFetched = useWhenFetched()
  return (
    <>
      <Button
        variant="danger"
        ref={button}
        onClick={() => void whenFetched(fetchSignOutDialog, () => setIsOpen(true))}
        className="max-cards:w-full"
      >
        {devicesTexts.actions.signOutOthers}
      </Button>
      {isOpen && (
        <FetchedSignOutDialog
          choice="others"
          onDismiss={() => setIsOpen(false)}
          onClosed={() => button.current?.focus()}
        />
      )}
    </>
  )
}
