'use client'

import { lazy, Suspense, useRef, useState } from 'react'
import { tokensTexts } from '@/components/tokens/texts'
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
  return (
    <>
      <Button ref={button} variant="danger" onClick={() => void whenFetched(fetchDialog, () => setIsAsking(true))}>
        {tokensTexts.revokeUnused.open(count)}
      </Button>
      {isAsking && (
        <Suspense>
          <RevokeUnusedDialog
            count={count}
            onDismiss={() => setIsAsking(false)}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}
