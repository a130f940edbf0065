import { TokensHeader } from '@/components/tokens/tokens-header'
import { TableSkeleton } from '@/components/ui/table-skeleton'

export default function TokensLoading() {
  return (
    <>
      <TokensHeader />
      <TableSkeleton sentence="The tokens are being fetched." />
    </>
  )
}
