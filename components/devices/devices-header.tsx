import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'

export function DevicesHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader
      title="Devices"
      lead="Every browser and program that is signed in for you. Sign out what you do not know or no longer have."
    >
      {children}
    </PageHeader>
  )
}
