'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { CreateTokenForm } from '@/components/tokens/create-token-form'
import { KeyDialog } from '@/components/tokens/key-dialog'
import type { TokenPolicy } from '@/components/tokens/token-policy'
import { Button } from '@/components/ui/button'
import { useFocusHandover } from '@/components/ui/use-focus-handover'
import type { IssuedToken } from '@/lib/tokens/schema'

/** The button that creates a token. The new key lives in this component's state alone, until its reader says that it is saved. */
export function CreateTokenDialog({ policy }: { policy: TokenPolicy }) {
  const router = useRouter()
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const [isAsking, setIsAsking] = useState(false)
  const [issued, setIssued] = useState<IssuedToken | null>(null)

  function close() {
    setIsAsking(false)
    setIssued(null)
    // Only now: renewing the page may take this button away, and the key with it.
    if (issued !== null) router.refresh()
  }

  return (
    <>
      <Button variant="primary" ref={button} onClick={() => setIsAsking(true)} className="max-cards:w-full">
        <Plus size={16} aria-hidden />
        Create token
      </Button>
      <KeyDialog
        isOpen={isAsking}
        issued={issued}
        policy={policy}
        onDismiss={close}
        onClosed={() => button.current?.focus()}
        title="Create token"
        lead="Name it after the thing that will hold it."
      >
        <CreateTokenForm policy={policy} onIssued={setIssued} onCancel={close} />
      </KeyDialog>
    </>
  )
}
