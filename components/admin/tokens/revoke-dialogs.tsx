'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { TokenSelector } from '@/lib/domain/admin/tokens/schema'

const fetchDialog = () => import('@/components/admin/tokens/revoke-managed-tokens-dialog')
const RevokeManagedTokensDialog = lazy(async () => ({ default: (await fetchDialog()).RevokeManagedTokensDialog }))

/** What is to be revoked: which tokens, and what they are called together. */
export interface Revocation {
  selection: TokenSelector
  what: string
  isOne: boolean
}

type Ask = (revocation: Revocation, opener: HTMLElement | null) => void

const AskContext = createContext<Ask>(() => {})

/** Holds the question before tokens are revoked, for all rows and buttons that stand in it. */
export function RevokeDialogs({ children }: { children: ReactNode }) {
  const opener = useRef<HTMLElement>(null)
  const serial = useRef(0)
  const [asked, setAsked] = useState<{ key: number; revocation: Revocation } | null>(null)

  const whenFetched = useWhenFetched()

  const ask = useCallback<Ask>(
    (revocation, from) =>
      void whenFetched(fetchDialog, () => {
        opener.current = from
        serial.current += 1
        setAsked({ key: serial.current, revocation })
      }),
    [whenFetched],
  )

  function giveFocusBack() {
    const target = opener.current?.isConnected === true ? opener.current : document.getElementById('main')
    target?.focus()
  }

  return (
    <AskContext value={ask}>
      {children}
      {asked !== null && (
        <Suspense key={asked.key}>
          <RevokeManagedTokensDialog {...asked.revocation} onDismiss={() => setAsked(null)} onClosed={giveFocusBack} />
        </Suspense>
      )}
    </AskContext>
  )
}

/** Asks whether tokens shall be revoked; the focus comes back to `opener` afterwards. */
export function useAskToRevoke(): Ask {
  return use(AskContext)
}
