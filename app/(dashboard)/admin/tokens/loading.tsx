import { ManagedTokensHeader } from '@/components/admin/tokens/managed-tokens-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AllTokensLoading() {
  return (
    <>
      <ManagedTokensHeader />
      <TableSkeleton sentence="The tokens are being fetched." />
    </>
  )
}
