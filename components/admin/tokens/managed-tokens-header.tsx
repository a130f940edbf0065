import type { ReactNode } from 'react'
import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { PageHeader } from '@/components/ui/page-header'

const { title, lead } = adminTokensTexts.page

export function ManagedTokensHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title={title} lead={lead}>
      {children}
    </PageHeader>
  )
}
