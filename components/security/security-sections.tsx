import type { ReactNode } from 'react'
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
      <PageHeader title="Security" lead="Your password, and what has happened in your account." />
      <PageSection
        title="Password"
        lead="A new one shuts out whoever knows the old one. You stay signed in here; everywhere else the new one is asked for."
      >
        {password}
      </PageSection>
      <PageSection
        title="What happened"
        lead="Every change in your account, with the address that it came from. If something here was not you, change the password."
      >
        {events}
      </PageSection>
      <PageSection
        title="Delete the account"
        lead="Your tokens stop, your devices are signed out, and nobody can ever take your username again. What happened stays in the trail of the server."
      >
        {deletion}
      </PageSection>
    </>
  )
}
