import type { ReactNode } from 'react'
import { tokensTexts } from '@/components/tokens/texts'
import { PageHeader } from '@/components/ui/page-header'

export function TokensHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title={tokensTexts.page.title} lead={tokensTexts.page.lead}>
      {children}
    </PageHeader>
  )
}
