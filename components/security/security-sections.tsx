import type { ReactNode } from 'react'
import { activityTexts } from '@/components/activity/texts'
import { securityTexts } from '@/components/security/texts'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'

interface SecuritySectionsProps {
  /** Null where passwords are turned off. */
  password: ReactNode | null
  passwordLead?: string
  /** Null where no provider is configured. */
  methods?: ReactNode | null
  events: ReactNode
  deletion: ReactNode
}

/** The layout of the security page, both while its parts load and afterwards. */
export function SecuritySections({ password, passwordLead, methods = null, events, deletion }: SecuritySectionsProps) {
  return (
    <>
      <PageHeader title={securityTexts.page.title} lead={securityTexts.page.lead} />
      {password !== null && (
        <PageSection title={securityTexts.password.title} lead={passwordLead ?? securityTexts.password.lead}>
          {password}
        </PageSection>
      )}
      {methods !== null && (
        <PageSection title={securityTexts.methods.title} lead={securityTexts.methods.lead}>
          {methods}
        </PageSection>
      )}
      <PageSection title={activityTexts.recent.title} lead={activityTexts.recent.lead}>
        {events}
      </PageSection>
      <PageSection title={securityTexts.deletion.title} lead={securityTexts.deletion.lead}>
        {deletion}
      </PageSection>
    </>
  )
}
