import { AllTokensHeader } from '@/components/admin/tokens/all-tokens-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AllTokensLoading() {
  return (
    <>
      <AllTokensHeader />
      <TableSkeleton sentence="The tokens are being fetched." />
    </>
  )
}
