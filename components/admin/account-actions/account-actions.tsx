'use client'

import { Ban, KeyRound, ShieldMinus, ShieldPlus, Unplug, UserCheck } from 'lucide-react'
import { useRef } from 'react'
import { useOpenAccountDialog } from '@/components/admin/account-actions/account-dialogs'
import { useChangeAccount } from '@/components/admin/account-actions/use-change-account'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { useDirectAction } from '@/components/shell/use-direct-action'
import { Menu, MenuItem } from '@/components/ui/dialog/menu'
import { useFocusHandover } from '@/components/ui/dialog/use-focus-handover'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.actions

/** Menu of what an administrator can do to another account. */
export function AccountActions({ account }: { account: ManagedAccount }) {
  const menu = useRef<HTMLButtonElement>(null)
  useFocusHandover(menu)
  const openDialog = useOpenAccountDialog()
  const changeAccount = useChangeAccount()
  const act = useDirectAction()
  const open = (action: Parameters<typeof openDialog>[0]['action']) => openDialog({ action, account }, menu.current)
  const { username, is_active, is_admin } = account

  async function activate() {
    await changeAccount(account, { is_active: true })
    return texts.reactivated(username)
  }

  return (
    <Menu label={texts.menu(username)} triggerRef={menu}>
      {is_active && (
        <MenuItem icon={KeyRound} onSelect={() => open('reset')}>
          {texts.reset}
        </MenuItem>
      )}
      {is_admin ? (
        <MenuItem icon={ShieldMinus} onSelect={() => open('demote')}>
          {texts.demote}
        </MenuItem>
      ) : (
        <MenuItem icon={ShieldPlus} onSelect={() => open('promote')}>
          {texts.promote}
        </MenuItem>
      )}
      <MenuItem icon={Unplug} onSelect={() => open('end')}>
        {texts.revokeAll}
      </MenuItem>
      {is_active ? (
        <MenuItem icon={Ban} isDangerous onSelect={() => open('deactivate')}>
          {texts.deactivate}
        </MenuItem>
      ) : (
        <MenuItem icon={UserCheck} onSelect={() => void act(activate)}>
          {texts.reactivate}
        </MenuItem>
      )}
    </Menu>
  )
}
