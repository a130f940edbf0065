import { AccountsHeader } from '@/components/admin/accounts/accounts-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AccountsLoading() {
  return (
    <>
      <AccountsHeader />
      <TableSkeleton sentence="The accounts are being fetched." />
    </>
  )
}
