'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import type { RemovedMethod } from '@/components/security/remove-method-dialog'
import { securityTexts } from '@/components/security/texts'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const fetchDialog = () => import('@/components/security/remove-method-dialog')
const RemoveMethodDialog = lazy(async () => ({ default: (await fetchDialog()).RemoveMethodDialog }))

interface RemoveMethodButtonProps {
  method: RemovedMethod
  /** The id of the text that says why it can’t be removed, if so. */
  reasonId?: string | undefined
}

/** Button that removes the password or a provider. Its dialog is loaded on use. */
export function RemoveMethodButton({ method, reasonId }: RemoveMethodButtonProps) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isAsking, setIsAsking] = useState(false)
  const whenFetched = useWhenFetched()
  return (
    <>
      <Button
        ref={button}
        variant="danger"
        aria-label={method.kind === 'password' ? undefined : securityTexts.methods.removeNamed(method.label)}
        disabled={reasonId !== undefined}
        aria-describedby={reasonId}
        onClick={() => void whenFetched(fetchDialog, () => setIsAsking(true))}
      >
        {method.kind === 'password' ? securityTexts.removal.password.open : securityTexts.methods.remove}
      </Button>
      {isAsking && (
        <Suspense>
          <RemoveMethodDialog
            method={method}
            onDismiss={() => setIsAsking(false)}
            onClosed={() => (button.current ?? document.getElementById('main'))?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}
