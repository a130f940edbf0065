'use client'

import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

interface DialogProps {
  /** An `alertdialog` requires an answer: a click outside does not close it. */
  role?: 'dialog' | 'alertdialog'
  isOpen: boolean
  /** Called when Escape or a click outside asks to close. */
  onDismiss: () => void
  /** Only the content of the dialog closes it, not Escape or a click outside. */
  isHeld?: boolean
  /** Moves the focus where it belongs after closing. */
  onClosed: () => void
  title: string
  lead: string
  children: ReactNode
}

/** A dialog above the page and above earlier dialogs, named by its title and described by its lead. */
export function Dialog(props: DialogProps) {
  const { role = 'dialog', isOpen, onDismiss, isHeld = false, onClosed, title, lead, children } = props
  return (
    <Primitive.Root open={isOpen} onOpenChange={onDismiss}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-30 animate-appear bg-veil" />
        <Primitive.Content
          role={role}
          className="fixed inset-0 bottom-toasts z-30 m-auto flex h-fit max-h-[calc(100dvh-2rem-var(--spacing-toasts))] w-[calc(100%-2rem)] max-w-dialog animate-appear flex-col overflow-y-auto rounded-dialog border border-line bg-raised shadow-dialog focus-visible:shadow-dialog"
          onEscapeKeyDown={(event) => {
            if (isHeld) event.preventDefault()
          }}
          onInteractOutside={(event) => {
            if (isHeld || role === 'alertdialog') event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onClosed()
          }}
        >
          <div className="px-6 pt-5.5">
            <Primitive.Title className="text-title font-semibold tracking-tight wrap-anywhere">{title}</Primitive.Title>
            <Primitive.Description className="mt-1 text-pretty text-muted">{lead}</Primitive.Description>
          </div>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
