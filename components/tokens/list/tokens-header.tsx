import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

export function TokensHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader
      title="Tokens"
      lead="One token for each program or device. If one leaks, you end that one and nothing else breaks."
    >
      {children}
    </PageHeader>
  )
}
