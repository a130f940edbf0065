import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { Skeleton } from '@/components/ui/skeleton'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AccountLoading() {
  return (
    <>
      <Skeleton className="mb-8 h-8 w-48" />
      <TableSkeleton sentence={adminAccountsTexts.account.loading} />
    </>
  )
}
