'use client'

import { useRef, type ReactNode } from 'react'
import { KeyReveal } from '@/components/tokens/key/key-reveal'
import { useKeyGuard } from '@/components/tokens/key/use-key-guard'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { tokensTexts } from '@/components/tokens/texts'
import { keyTexts } from '@/components/tokens/texts-key'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog/dialog'
import { DialogFooter } from '@/components/ui/dialog/dialog-footer'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

const words = keyTexts.leave

interface KeyDialogProps {
  isOpen: boolean
  /** Once set, its key is shown until the person confirms that it is saved. */
  issued: IssuedToken | null
  policy: TokenPolicy
  onDismiss: () => void
  onClosed: () => void
  title: string
  lead: string
  /** The form that creates the key. */
  children: ReactNode
}

/** A dialog of two steps: the form, and then the key, which is shown only once. */
export function KeyDialog({ isOpen, issued, policy, onDismiss, onClosed, title, lead, children }: KeyDialogProps) {
  const done = useRef<HTMLButtonElement>(null)
  const guard = useKeyGuard(issued !== null, onDismiss)
  return (
    <Dialog
      isOpen={isOpen || issued !== null}
      isHeld={issued !== null}
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={issued === null ? title : tokensTexts.reveal.title}
      lead={issued === null ? lead : tokensTexts.reveal.lead}
    >
      {issued === null ? (
        children
      ) : (
        <>
          <KeyReveal issued={issued} appOrigin={policy.appOrigin} doneRef={done} onSaved={guard.release} />
          <Dialog
            role="alertdialog"
            isOpen={guard.isAsking}
            onDismiss={guard.stay}
            onClosed={() => done.current?.focus()}
            title={words.title}
            lead={words.lead}
          >
            <div className="pt-4.5">
              <DialogFooter>
                <Button onClick={guard.stay}>{words.stay}</Button>
                <Button variant="danger" onClick={guard.leave}>
                  {words.leave}
                </Button>
              </DialogFooter>
            </div>
          </Dialog>
        </>
      )}
    </Dialog>
  )
}
