'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { useWhenFetched } from '@/components/ui/dialog/use-when-fetched'
import type { TokenView } from '@/lib/domain/tokens/schema'

type Action = 'rename' | 'extend' | 'rotate' | 'revoke'

/** What each dialog about tokens is given: at least one token, all of them for what can be done with several. */
export interface TokenDialogProps {
  tokens: readonly [TokenView, ...TokenView[]]
  policy: TokenPolicy
  onDismiss: () => void
  /** Puts the focus back where it was. */
  onClosed: () => void
}

type Open = (action: Action, tokens: TokenDialogProps['tokens'], opener: HTMLElement | null) => void

const OpenContext = createContext<Open>(() => {})

// Each is fetched when it is first asked for: who only looks at the list needs none.
const parts = {
  rename: () => import('@/components/tokens/actions/rename-token-dialog'),
  extend: () => import('@/components/tokens/actions/extend-token-dialog'),
  rotate: () => import('@/components/tokens/actions/rotate-token-dialog'),
  revoke: () => import('@/components/tokens/actions/revoke-tokens-dialog'),
} as const
const dialogs = {
  rename: lazy(async () => ({ default: (await parts.rename()).RenameTokenDialog })),
  extend: lazy(async () => ({ default: (await parts.extend()).ExtendTokenDialog })),
  rotate: lazy(async () => ({ default: (await parts.rotate()).RotateTokenDialog })),
  revoke: lazy(async () => ({ default: (await parts.revoke()).RevokeTokensDialog })),
} as const

/** Holds the dialogs about tokens for all rows of the page: one is open at a time. */
export function TokenDialogs({ policy, children }: { policy: TokenPolicy; children: ReactNode }) {
  const opener = useRef<HTMLElement>(null)
  const serial = useRef(0)
  const [asked, setAsked] = useState<{ key: number; action: Action; tokens: TokenDialogProps['tokens'] } | null>(null)

  const whenFetched = useWhenFetched()

  const open = useCallback<Open>(
    (action, tokens, from) =>
      void whenFetched(parts[action], () => {
        opener.current = from
        serial.current += 1
        setAsked({ key: serial.current, action, tokens })
      }),
    [whenFetched],
  )

  function giveFocusBack() {
    const target = opener.current?.isConnected === true ? opener.current : document.getElementById('main')
    target?.focus()
  }

  const Dialog = asked === null ? null : dialogs[asked.action]
  return (
    <OpenContext value={open}>
      {children}
      {Dialog !== null && asked !== null && (
        <Suspense key={asked.key}>
          <Dialog tokens={asked.tokens} policy={policy} onDismiss={() => setAsked(null)} onClosed={giveFocusBack} />
        </Suspense>
      )}
    </OpenContext>
  )
}

/** Opens a dialog about tokens; the focus comes back to `opener` afterwards. */
export function useOpenTokenDialog(): Open {
  return use(OpenContext)
}
