'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { CreateTokenForm } from '@/components/tokens/create-token-form'
import { KeyReveal } from '@/components/tokens/key-reveal'
import type { TokenPolicy } from '@/components/tokens/token-policy'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
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
      <Dialog
        // An answer that comes after the form was closed opens the dialog again: the key must not be lost.
        isOpen={isAsking || issued !== null}
        isHeld={issued !== null}
        onDismiss={close}
        onClosed={() => button.current?.focus()}
        title={issued === null ? 'Create token' : 'Copy it now'}
        lead={
          issued === null
            ? 'Name it after the thing that will hold it.'
            : 'This is the only time that it can be shown. We keep a fingerprint, not the token.'
        }
      >
        {issued === null ? (
          <CreateTokenForm policy={policy} onIssued={setIssued} onCancel={close} />
        ) : (
          <KeyReveal secret={issued.key} appOrigin={policy.appOrigin} onSaved={close} />
        )}
      </Dialog>
    </>
  )
}
