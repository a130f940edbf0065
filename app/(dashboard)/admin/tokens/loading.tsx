import { AllTokensHeader } from '@/components/admin/all-tokens-header'
import { TableSkeleton } from '@/components/ui/table-skeleton'

export default function AllTokensLoading() {
  return (
    <>
      <AllTokensHeader />
      <TableSkeleton sentence="The tokens are being fetched." />
    </>
  )
}
