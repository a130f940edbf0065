import { activityTexts } from '@/components/activity/texts'
import { PageHeader } from '@/components/ui/page-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

const { page } = activityTexts

export default function ActivityLoading() {
  return (
    <>
      <PageHeader title={page.title} lead={page.lead} />
      <TableSkeleton sentence={page.loading} />
    </>
  )
}
