import { AccountsHeader } from '@/components/admin/accounts-header'
import { TableSkeleton } from '@/components/ui/table-skeleton'

export default function AccountsLoading() {
  return (
    <>
      <AccountsHeader />
      <TableSkeleton sentence="The accounts are being fetched." />
    </>
  )
}
