'use client'

import { useChangeAccount } from '@/components/admin/account-actions/use-change-account'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { NamesForm, type Names } from '@/components/forms/names-form'

const fetchSchema = async () => (await import('@/lib/domain/admin/accounts/schema')).changeAccountInput

/** Edits the names of any account. */
export function AccountNamesForm({ id, names }: { id: string; names: Names }) {
  const changeAccount = useChangeAccount()
  return (
    <NamesForm
      names={names}
      isOwn={false}
      outcome={adminAccountsTexts.account.name.saved}
      draft="names"
      fetchSchema={fetchSchema}
      save={(changed) => changeAccount({ id }, changed)}
    />
  )
}
