import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

export function AuditHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title="Audit" lead="Who did what, to what, when and from where. Nothing here can be changed.">
      {children}
    </PageHeader>
  )
}
