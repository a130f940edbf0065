import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

export function AccountsHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title="Accounts" lead="Everybody who can sign in here, and those who no longer can.">
      {children}
    </PageHeader>
  )
}
