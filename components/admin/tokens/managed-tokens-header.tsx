import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

export function ManagedTokensHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader
      title="All tokens"
      lead="Every key and session of every account. Nobody sees a key here, and each can be ended."
    >
      {children}
    </PageHeader>
  )
}
