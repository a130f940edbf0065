import { AuditHeader } from '@/components/admin/audit/audit-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AuditLoading() {
  return (
    <>
      <AuditHeader />
      <TableSkeleton sentence="The trail is being fetched." />
    </>
  )
}
