import { TokensHeader } from '@/components/tokens/list/tokens-header'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function TokensLoading() {
  return (
    <>
      <TokensHeader />
      <TableSkeleton sentence="The tokens are being fetched." />
    </>
  )
}
