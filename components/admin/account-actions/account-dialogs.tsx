'use client'

import { createContext, lazy, use, type ReactNode } from 'react'
import type { AccountChange } from '@/components/admin/account-actions/change-words'
import { DialogHost, type DialogClosing, type OpenDialog } from '@/components/ui/dialog/dialog-host'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

const fetchChange = () => import('@/components/admin/account-actions/change-account-dialog')
const fetchReset = () => import('@/components/admin/account-actions/start-reset-dialog')
const fetchEnd = () => import('@/components/admin/account-actions/end-everything-dialog')
const ChangeAccountDialog = lazy(async () => ({ default: (await fetchChange()).ChangeAccountDialog }))
const StartResetDialog = lazy(async () => ({ default: (await fetchReset()).StartResetDialog }))
const EndEverythingDialog = lazy(async () => ({ default: (await fetchEnd()).EndEverythingDialog }))

interface Request {
  account: ManagedAccount
  /** An action that opens a dialog first. */
  action: AccountChange | 'reset' | 'end'
}

export type AccountDialogProps = Pick<Request, 'account'> & DialogClosing

const OpenContext = createContext<OpenDialog<Request>>(() => {})

/** Provides the account dialogs to its children. */
export function AccountDialogs({ children }: { children: ReactNode }) {
  return (
    <DialogHost context={OpenContext} fetchDialog={fetchDialog} Dialog={AccountDialog}>
      {children}
    </DialogHost>
  )
}

function fetchDialog({ action }: Request): Promise<unknown> {
  if (action === 'reset') return fetchReset()
  return action === 'end' ? fetchEnd() : fetchChange()
}

function AccountDialog({ action, ...props }: AccountDialogProps & Request) {
  if (action === 'reset') return <StartResetDialog {...props} />
  if (action === 'end') return <EndEverythingDialog {...props} />
  return <ChangeAccountDialog change={action} {...props} />
}

/** Returns a function that opens an account dialog. */
export function useOpenAccountDialog(): OpenDialog<Request> {
  return use(OpenContext)
}
