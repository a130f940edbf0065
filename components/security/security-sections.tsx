import type { ReactNode } from 'react'
import { activityTexts } from '@/components/activity/texts'
import { securityTexts } from '@/components/security/texts'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'

interface SecuritySectionsProps {
  password: ReactNode
  events: ReactNode
  deletion: ReactNode
}

/** The layout of the security page, both while its parts load and afterwards. */
export function SecuritySections({ password, events, deletion }: SecuritySectionsProps) {
  return (
    <>
      <PageHeader title={securityTexts.page.title} lead={securityTexts.page.lead} />
      <PageSection title={securityTexts.password.title} lead={securityTexts.password.lead}>
        {password}
      </PageSection>
      <PageSection title={activityTexts.recent.title} lead={activityTexts.recent.lead}>
        {events}
      </PageSection>
      <PageSection title={securityTexts.deletion.title} lead={securityTexts.deletion.lead}>
        {deletion}
      </PageSection>
    </>
  )
}
