import { AccountsHeader } from '@/components/admin/accounts/accounts-header'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AccountsLoading() {
  return (
    <>
      <AccountsHeader />
      <TableSkeleton sentence={adminAccountsTexts.page.loading} />
    </>
  )
}
