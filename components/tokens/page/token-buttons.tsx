'use client'

import { Ban, CalendarPlus, Pencil, RotateCw, ShieldCheck } from 'lucide-react'
import type { ComponentType, MouseEvent } from 'react'
import { isUndoable } from '@/components/tokens/actions/is-undoable'
import { useOpenTokenDialog } from '@/components/tokens/actions/token-dialogs'
import { UndoButton } from '@/components/tokens/actions/undo-button'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { Button } from '@/components/ui/button'
import type { ButtonVariant } from '@/components/ui/button-class'
import { useReopened } from '@/components/ui/dialog/use-reopened'
import { useNow } from '@/components/ui/time/now-provider'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenPageTexts.actions

type Action = Parameters<ReturnType<typeof useOpenTokenDialog>>[0]['action']

interface TokenButtonsProps {
  token: TokenView
  /** Whether this deployment offers any scopes. */
  hasScopes: boolean
}

/** Everything that the owner can do with a token, as buttons. */
export function TokenButtons({ token, hasScopes }: TokenButtonsProps) {
  const nowMs = useNow()
  const openDialog = useOpenTokenDialog()
  useReopened(`rename:${token.id}`, () => openDialog({ action: 'rename', tokens: [token] }, null))
  if (token.status === 'revoked') return isUndoable(token, nowMs) && <UndoButton token={token} />

  const isActive = token.status === 'active'
  const button = (action: Action, label: string, icon: Icon, variant?: ButtonVariant) => (
    <ActionButton icon={icon} onOpen={(opener) => openDialog({ action, tokens: [token] }, opener)} variant={variant}>
      {label}
    </ActionButton>
  )
  return (
    <div role="group" aria-label={words.label} className="flex flex-wrap gap-2">
      {isActive && button('rotate', words.rotate, RotateCw)}
      {token.expires_at !== null && button('extend', words.extend, CalendarPlus)}
      {button('rename', words.rename, Pencil)}
      {hasScopes && button('scopes', words.scopes, ShieldCheck)}
      {button('revoke', words.revoke, Ban, 'danger')}
    </div>
  )
}

type Icon = ComponentType<{ size: number; 'aria-hidden': true }>

interface ActionButtonProps {
  icon: Icon
  variant: ButtonVariant | undefined
  onOpen: (opener: HTMLElement) => void
  children: string
}

function ActionButton({ icon: Icon, variant = 'plain', onOpen, children }: ActionButtonProps) {
  return (
    <Button variant={variant} onClick={(event: MouseEvent<HTMLElement>) => onOpen(event.currentTarget)}>
      <Icon size={15} aria-hidden />
      {children}
    </Button>
  )
}
