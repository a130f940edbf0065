import { OverviewHeader } from '@/components/admin/overview/overview-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function OverviewLoading() {
  return (
    <>
      <OverviewHeader />
      <TableSkeleton sentence="The figures are being fetched." />
    </>
  )
}
