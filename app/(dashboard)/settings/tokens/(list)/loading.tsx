import { TokensHeader } from '@/components/tokens/list/tokens-header'
import { tokensTexts } from '@/components/tokens/texts'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function TokensLoading() {
  return (
    <>
      <TokensHeader />
      <TableSkeleton sentence={tokensTexts.page.loading} />
    </>
  )
}
