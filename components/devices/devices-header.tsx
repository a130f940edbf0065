import type { ReactNode } from 'react'
import { devicesTexts } from '@/components/devices/texts'
import { PageHeader } from '@/components/ui/page-header'

export function DevicesHeader({ children }: { children?: ReactNode }) {
  return (
    <PageHeader title={devicesTexts.page.title} lead={devicesTexts.page.lead}>
      {children}
    </PageHeader>
  )
}
