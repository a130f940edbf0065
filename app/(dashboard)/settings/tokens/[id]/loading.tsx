import { tokenPageTexts } from '@/components/tokens/texts-page'
import { Skeleton } from '@/components/ui/skeleton'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function TokenLoading() {
  return (
    <>
      <Skeleton className="mb-8 h-8 w-48" />
      <TableSkeleton sentence={tokenPageTexts.loading} />
    </>
  )
}
