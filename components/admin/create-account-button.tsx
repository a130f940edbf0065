'use client'

import { Plus } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

const fetchDialog = () => import('@/components/admin/create-account-dialog')
const CreateAccountDialog = lazy(async () => ({ default: (await fetchDialog()).CreateAccountDialog }))

/** The button that makes an account for somebody; its dialog is fetched when somebody is about to press it. */
export function CreateAccountButton() {
  const button = useRef<HTMLButtonElement>(null)
  const [isAsking, setIsAsking] = useState(false)
  return (
    <>
      <Button
        variant="primary"
        ref={button}
        onPointerEnter={() => void fetchDialog()}
        onFocus={() => void fetchDialog()}
        onClick={() => setIsAsking(true)}
      >
        <Plus size={16} aria-hidden />
        Create account
      </Button>
      {isAsking && (
        <Suspense>
          <CreateAccountDialog onDismiss={() => setIsAsking(false)} onClosed={() => button.current?.focus()} />
        </Suspense>
      )}
    </>
  )
}
