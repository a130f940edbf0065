import type { ReactNode } from 'react'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'

interface ProfileSectionsProps {
  names: ReactNode
  email: ReactNode
  account: ReactNode
}

/** The layout of the profile page, both while its parts load and afterwards. */
export function ProfileSections({ names, email, account }: ProfileSectionsProps) {
  return (
    <>
      <PageHeader title="Profile" lead="How you are called here, and what stands in your account." />
      <PageSection title="Names" lead="Services that take your tokens are told the username.">
        {names}
      </PageSection>
      <PageSection title="E-mail address" lead="Mail about your account and its tokens goes there.">
        {email}
      </PageSection>
      <PageSection
        title="Account"
        lead="The id never changes, whatever you are called: it is what services should know you by."
      >
        {account}
      </PageSection>
    </>
  )
}
