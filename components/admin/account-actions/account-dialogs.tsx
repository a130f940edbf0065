'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'
import type { AccountChange } from '@/components/admin/account-actions/change-words'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

// Each is fetched when it is first asked for: who only looks at the list needs none.
const fetchChange = () => import('@/components/admin/account-actions/change-account-dialog')
const fetchReset = () => import('@/components/admin/account-actions/start-reset-dialog')
const fetchEnd = () => import('@/components/admin/account-actions/end-everything-dialog')
const ChangeAccountDialog = lazy(async () => ({ default: (await fetchChange()).ChangeAccountDialog }))
const StartResetDialog = lazy(async () => ({ default: (await fetchReset()).StartResetDialog }))
const EndEverythingDialog = lazy(async () => ({ default: (await fetchEnd()).EndEverythingDialog }))

/** What can be done with an account after a question. */
export type AccountAction = AccountChange | 'reset' | 'end'

/** What each dialog about an account is given. */
export interface AccountDialogProps {
  account: ManagedAccount
  onDismiss: () => void
  /** Puts the focus back where it was. */
  onClosed: () => void
}

type Open = (action: AccountAction, account: ManagedAccount, opener: HTMLElement | null) => void

const OpenContext = createContext<Open>(() => {})

/** Holds the dialogs about accounts for all that stands in it: one is open at a time. */
export function AccountDialogs({ children }: { children: ReactNode }) {
  const opener = useRef<HTMLElement>(null)
  const serial = useRef(0)
  const [asked, setAsked] = useState<{ key: number; action: AccountAction; account: ManagedAccount } | null>(null)

  const whenFetched = useWhenFetched()

  const open = useCallback<Open>(
    (action, account, from) =>
      void whenFetched(partOf(action), () => {
        opener.current = from
        serial.current += 1
        setAsked({ key: serial.current, action, account })
      }),
    [whenFetched],
  )

  function giveFocusBack() {
    const target = opener.current?.isConnected === true ? opener.current : document.getElementById('main')
    target?.focus()
  }

  return (
    <OpenContext value={open}>
      {children}
      {asked !== null && (
        <Suspense key={asked.key}>
          <DialogOf
            action={asked.action}
            account={asked.account}
            onDismiss={() => setAsked(null)}
            onClosed={giveFocusBack}
          />
        </Suspense>
      )}
    </OpenContext>
  )
}

function partOf(action: AccountAction): () => Promise<unknown> {
  if (action === 'reset') return fetchReset
  return action === 'end' ? fetchEnd : fetchChange
}

function DialogOf({ action, ...props }: AccountDialogProps & { action: AccountAction }) {
  if (action === 'reset') return <StartResetDialog {...props} />
  if (action === 'end') return <EndEverythingDialog {...props} />
  return <ChangeAccountDialog change={action} {...props} />
}

/** Opens a dialog about an account; the focus comes back to `opener` afterwards. */
export function useOpenAccountDialog(): Open {
  return use(OpenContext)
}
