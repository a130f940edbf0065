'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const fetchDialog = () => import('@/components/tokens/actions/revoke-unused-dialog')
const RevokeUnusedDialog = lazy(async () => ({ default: (await fetchDialog()).RevokeUnusedDialog }))

/** Button that revokes every token unused for 90 days, on all pages. */
export function RevokeUnusedButton({ count }: { count: number }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isAsking, setIsAsking] = useState(false)
  const whenFetched = useWhenFetched()
  const what = count === 1 ? 'the one unused token' : `all ${count} unused tokens`
  return (
    <>
      <Button ref={button} variant="danger" onClick={() => void whenFetched(fetchDialog, () => setIsAsking(true))}>
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
