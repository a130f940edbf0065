import { OverviewHeader } from '@/components/admin/overview-header'
import { TableSkeleton } from '@/components/ui/table-skeleton'

export default function OverviewLoading() {
  return (
    <>
      <OverviewHeader />
      <TableSkeleton sentence="The figures are being fetched." />
    </>
  )
}
