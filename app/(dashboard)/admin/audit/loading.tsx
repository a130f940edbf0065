import { AuditHeader } from '@/components/admin/audit/audit-header'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AuditLoading() {
  return (
    <>
      <AuditHeader />
      <TableSkeleton sentence={adminAuditTexts.page.loading} />
    </>
  )
}
