import { accountListHref, type AccountListAddress } from '@/components/admin/accounts/account-list-address'
import { AccountRow } from '@/components/admin/accounts/account-row'
import { accountsSortedBy, nextAccountSort } from '@/components/admin/accounts/next-account-sort'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { DataTable, type Column } from '@/components/ui/table/data-table'
import { SortLink } from '@/components/ui/table/sort-link'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.table

interface AccountTableProps {
  accounts: readonly ManagedAccount[]
  address: AccountListAddress
  /** The id of the signed-in account. */
  ownId: string
}

export function AccountTable({ accounts, address, ownId }: AccountTableProps) {
  const sortable = (name: string, field: Parameters<typeof nextAccountSort>[0], width: string): Column => {
    // Search results have their own order.
    if (address.q !== undefined) return { name, width }
    const sorted = accountsSortedBy(field, address.sort)
    const href = accountListHref({ ...address, sort: nextAccountSort(field, address.sort), cursor: undefined })
    return { name, head: <SortLink label={name} href={href} sorted={sorted} />, width, sorted }
  }
  const isUnseen = address.show === 'unseen'
  const columns: Column[] = [
    sortable(texts.account, 'username', 'w-2/5'),
    { name: texts.status, width: 'w-1/5' },
    { name: isUnseen ? texts.lastProviderSignIn : texts.lastSignIn, width: 'w-1/5' },
    sortable(texts.created, 'created_at', 'w-1/5'),
    { name: texts.actions, isNameHidden: true, width: 'w-0' },
  ]
  return (
    <DataTable label={texts.label} columns={columns}>
      {accounts.map((account) => (
        <AccountRow key={account.id} account={account} isOwn={account.id === ownId} isUnseen={isUnseen} />
      ))}
    </DataTable>
  )
}
