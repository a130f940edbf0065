import type { ReactNode } from 'react'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { PageHeader } from '@/components/ui/page-header'

const { title, lead } = adminAuditTexts.page

export function AuditHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title={title} lead={lead}>
      {children}
    </PageHeader>
  )
}
