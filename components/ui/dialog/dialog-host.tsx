'use client'

import { Suspense, useCallback, useRef, useState, type ComponentType, type Context, type ReactNode } from 'react'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

/** Opens a dialog. Focus returns to `opener` afterwards. */
export type OpenDialog<Request> = (request: Request, opener: HTMLElement | null) => void

/** What every dialog of a host gets. */
export interface DialogClosing {
  onDismiss: () => void
  /** Restores the focus. */
  onClosed: () => void
}

interface DialogHostProps<Request> {
  /** Gives the children the function that opens a dialog. */
  context: Context<OpenDialog<Request>>
  /** Loads the code of a dialog, which viewing the page does not need. Must not change between renderings. */
  fetchDialog: (request: Request) => Promise<unknown>
  Dialog: ComponentType<Request & DialogClosing>
  children: ReactNode
}

/** Shows the dialogs that its children open, one at a time. */
export function DialogHost<Request extends object>({
  context: OpenContext,
  fetchDialog,
  Dialog,
  children,
}: DialogHostProps<Request>) {
  const opener = useRef<HTMLElement>(null)
  const serial = useRef(0)
  const [asked, setAsked] = useState<{ key: number; request: Request } | null>(null)
  const whenFetched = useWhenFetched()

  const open = useCallback<OpenDialog<Request>>(
    (request, from) =>
      void whenFetched(
        () => fetchDialog(request),
        () => {
          opener.current = from
          serial.current += 1
          setAsked({ key: serial.current, request })
        },
      ),
    [whenFetched, fetchDialog],
  )

  function restoreFocus() {
    const target = opener.current?.isConnected === true ? opener.current : document.getElementById('main')
    target?.focus()
  }

  return (
    <OpenContext value={open}>
      {children}
      {asked !== null && (
        <Suspense key={asked.key}>
          <Dialog {...asked.request} onDismiss={() => setAsked(null)} onClosed={restoreFocus} />
        </Suspense>
      )}
    </OpenContext>
  )
}
