'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { lazy, Suspense, useRef, useState } from 'react'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { createTexts } from '@/components/tokens/texts-create'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import { useReopened } from '@/components/ui/dialog/use-reopened'
import { foresee, useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

const fetchDialog = () => import('@/components/tokens/create/create-token-dialog')
const CreateTokenDialog = lazy(async () => ({ default: (await fetchDialog()).CreateTokenDialog }))

/**
 * Button that creates a token. Its dialog is loaded when the pointer or focus reaches the button. The new key exists
 * only in this component's state, until the person confirms that it is saved.
 */
export function CreateTokenButton({ policy }: { policy: TokenPolicy }) {
  const router = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isAsking, setIsAsking] = useState(false)
  const whenFetched = useWhenFetched()
  const open = () => void whenFetched(fetchDialog, () => setIsAsking(true))
  useReopened('create-token', open)
  const [issued, setIssued] = useState<IssuedToken | null>(null)

  function close() {
    setIsAsking(false)
    setIssued(null)
    // Not earlier: refreshing the page may remove this button, and the key with it.
    if (issued !== null) router.refresh()
  }

  return (
    <>
      <Button
        variant="primary"
        ref={button}
        onPointerEnter={() => foresee(fetchDialog)}
        onFocus={() => foresee(fetchDialog)}
        onClick={open}
        className="max-cards:w-full"
      >
        <Plus size={16} aria-hidden />
        {createTexts.create.title}
      </Button>
      {/* An answer that arrives after the form was closed opens the dialog again, so that the key is not lost. */}
      {(isAsking || issued !== null) && (
        <Suspense>
          <CreateTokenDialog
            policy={policy}
            issued={issued}
            onIssued={setIssued}
            onDismiss={close}
            onClosed={() => button.current?.focus()}
          />
        </Suspense>
      )}
    </>
  )
}
