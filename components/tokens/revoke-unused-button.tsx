'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/use-focus-handover'

const RevokeUnusedDialog = lazy(async () => ({
  default: (await import('@/components/tokens/revoke-unused-dialog')).RevokeUnusedDialog,
}))

/** Revokes every token that nobody has used for 90 days, on whatever page it stands. */
export function RevokeUnusedButton({ count }: { count: number }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isAsking, setIsAsking] = useState(false)
  const what = count === 1 ? 'the one unused token' : `all ${count} unused tokens`
  return (
    <>
      <Button ref={button} variant="danger" onClick={() => setIsAsking(true)}>
        Revoke {what}…
      </Button>
      {isAsking && (
        <Suspense>
          <RevokeUnusedDialog
            what={what}
            onDismiss={() => setIsAsking(false)}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}
