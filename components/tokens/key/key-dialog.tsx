'use client'

import type { ReactNode } from 'react'
import { KeyReveal } from '@/components/tokens/key/key-reveal'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { tokensTexts } from '@/components/tokens/texts'
import { Dialog } from '@/components/ui/dialog/dialog'
import type { IssuedToken } from '@/lib/domain/tokens/schema'

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
  return (
    <Dialog
      isOpen={isOpen || issued !== null}
      isHeld={issued !== null}
      onDismiss={onDismiss}
      onClosed={onClosed}
      title={issued === null ? title : tokensTexts.reveal.title}
      lead={issued === null ? lead : tokensTexts.reveal.lead}
    >
      {issued === null ? children : <KeyReveal issued={issued} appOrigin={policy.appOrigin} onSaved={onDismiss} />}
    </Dialog>
  )
}
