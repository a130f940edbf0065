import { ManagedTokensHeader } from '@/components/admin/tokens/managed-tokens-header'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { TableSkeleton } from '@/components/ui/table/table-skeleton'

export default function AllTokensLoading() {
  return (
    <>
      <ManagedTokensHeader />
      <TableSkeleton sentence={adminTokensTexts.page.loading} />
    </>
  )
}
