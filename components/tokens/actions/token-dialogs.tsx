'use client'

import { createContext, lazy, use, type ReactNode } from 'react'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { DialogHost, type DialogClosing, type OpenDialog } from '@/components/ui/dialog/dialog-host'
import type { TokenView } from '@/lib/domain/tokens/schema'

const parts = {
  rename: () => import('@/components/tokens/actions/rename-token-dialog'),
  extend: () => import('@/components/tokens/actions/extend-token-dialog'),
  scopes: () => import('@/components/tokens/actions/edit-scopes-dialog'),
  rotate: () => import('@/components/tokens/actions/rotate-token-dialog'),
  endGrace: () => import('@/components/tokens/actions/end-grace-dialog'),
  revoke: () => import('@/components/tokens/actions/revoke-tokens-dialog'),
} as const
const dialogs = {
  rename: lazy(async () => ({ default: (await parts.rename()).RenameTokenDialog })),
  extend: lazy(async () => ({ default: (await parts.extend()).ExtendTokenDialog })),
  scopes: lazy(async () => ({ default: (await parts.scopes()).EditScopesDialog })),
  rotate: lazy(async () => ({ default: (await parts.rotate()).RotateTokenDialog })),
  endGrace: lazy(async () => ({ default: (await parts.endGrace()).EndGraceDialog })),
  revoke: lazy(async () => ({ default: (await parts.revoke()).RevokeTokensDialog })),
} as const

interface Request {
  action: keyof typeof parts
  /** There is at least one token; dialogs about several use them all. */
  tokens: readonly [TokenView, ...TokenView[]]
}

/** The props of every token dialog. */
export interface TokenDialogProps extends Pick<Request, 'tokens'>, DialogClosing {
  policy: TokenPolicy
}

const OpenContext = createContext<OpenDialog<Request>>(() => {})
const PolicyContext = createContext<TokenPolicy | null>(null)
const fetchDialog = ({ action }: Request) => parts[action]()

/** Provides the token dialogs to all rows of the page. */
export function TokenDialogs({ policy, children }: { policy: TokenPolicy; children: ReactNode }) {
  return (
    <PolicyContext value={policy}>
      <DialogHost context={OpenContext} fetchDialog={fetchDialog} Dialog={TokenDialog}>
        {children}
      </DialogHost>
    </PolicyContext>
  )
}

function TokenDialog({ action, ...props }: Request & DialogClosing) {
  const policy = use(PolicyContext)
  const Dialog = dialogs[action]
  return policy !== null && <Dialog policy={policy} {...props} />
}

/** Returns a function that opens a token dialog. */
export function useOpenTokenDialog(): OpenDialog<Request> {
  return use(OpenContext)
}
