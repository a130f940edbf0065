import { OverviewHeader } from '@/components/admin/overview/overview-header'
import { adminTexts } from '@/components/admin/texts'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function OverviewLoading() {
  return (
    <>
      <OverviewHeader />
      <TableSkeleton sentence={adminTexts.overview.loading} />
    </>
  )
}
