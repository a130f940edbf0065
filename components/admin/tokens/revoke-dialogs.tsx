'use client'

import { createContext, lazy, use, useRef, type ReactNode } from 'react'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { Button } from '@/components/ui/button'
import { DialogHost, type OpenDialog } from '@/components/ui/dialog/dialog-host'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { ManagedToken, TokenSelector } from '@/lib/domain/admin/tokens/schema'

const texts = adminTokensTexts.revoke

const fetchDialog = () => import('@/components/admin/tokens/revoke-managed-tokens-dialog')
const RevokeManagedTokensDialog = lazy(async () => ({ default: (await fetchDialog()).RevokeManagedTokensDialog }))

/** The tokens to revoke, and what to call them together. */
export interface Revocation {
  selection: TokenSelector
  what: string
  isOne: boolean
}

const AskContext = createContext<OpenDialog<Revocation>>(() => {})

/** Provides the revocation dialog to its children. */
export function RevokeDialogs({ children }: { children: ReactNode }) {
  return (
    <DialogHost context={AskContext} fetchDialog={fetchDialog} Dialog={RevokeManagedTokensDialog}>
      {children}
    </DialogHost>
  )
}

/** Returns a function that asks for confirmation before revoking tokens. */
export function useAskToRevoke(): OpenDialog<Revocation> {
  return use(AskContext)
}

/** Button that asks for confirmation before revoking one token. */
export function RevokeButton({ token: { id, name, owner } }: { token: ManagedToken }) {
  const button = useRef<HTMLButtonElement>(null)
  useFocusHandover(button)
  const askToRevoke = useAskToRevoke()
  return (
    <Button
      ref={button}
      variant="ghost"
      aria-label={texts.openOf(name, owner.username)}
      onClick={() => askToRevoke({ selection: { ids: [id] }, what: name, isOne: true }, button.current)}
    >
      {texts.open}
    </Button>
  )
}
