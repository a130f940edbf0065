'use client'

import { Plus } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { Button } from '@/components/ui/button'
import { useReopened } from '@/components/ui/dialog/use-reopened'
import { foresee, useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const fetchDialog = () => import('@/components/admin/account-actions/create-account-dialog')
const CreateAccountDialog = lazy(async () => ({ default: (await fetchDialog()).CreateAccountDialog }))

/**
 * Button that opens the dialog for creating an account. The dialog is loaded when the pointer or focus reaches the
 * button.
 */
export function CreateAccountButton() {
  const button = useRef<HTMLButtonElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  const whenFetched = useWhenFetched()
  const open = () => void whenFetched(fetchDialog, () => setIsAsking(true))
  useReopened('create-account', open)
  return (
    <>
      <Button
        variant="primary"
        ref={button}
        onPointerEnter={() => foresee(fetchDialog)}
        onFocus={() => foresee(fetchDialog)}
        onClick={open}
      >
        <Plus size={16} aria-hidden />
        {adminAccountsTexts.create.open}
      </Button>
      {isAsking && (
        <Suspense>
          <CreateAccountDialog onDismiss={() => setIsAsking(false)} onClosed={() => button.current?.focus()} />
        </Suspense>
      )}
    </>
  )
}
