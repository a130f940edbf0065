import type { ReactNode } from 'react'
import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { PageHeader } from '@/components/ui/page-header'

const { title, lead } = adminAccountsTexts.page

export function AccountsHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title={title} lead={lead}>
      {children}
    </PageHeader>
  )
}
