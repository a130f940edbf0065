'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { securityTexts } from '@/components/security/texts'
import { Button } from '@/components/ui/button'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const fetchDialog = () => import('@/components/security/delete-account-dialog')
const DeleteAccountDialog = lazy(async () => ({ default: (await fetchDialog()).DeleteAccountDialog }))

/** Button that deletes the account. Its dialog is loaded on use. */
export function DeleteAccountButton(account: { username: string; hasPassword: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const whenFetched = useWhenFetched()
  return (
    <>
      <Button
        variant="danger"
        ref={button}
        onClick={() => void whenFetched(fetchDialog, () => setIsAsking(true))}
        className="max-cards:w-full"
      >
        {securityTexts.deletion.open}
      </Button>
      {isAsking && (
        <Suspense>
          <DeleteAccountDialog
            {...account}
            onDismiss={() => setIsAsking(false)}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}
