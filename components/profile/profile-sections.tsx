import type { ReactNode } from 'react'
import { profileTexts } from '@/components/profile/texts'
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
      <PageHeader title={profileTexts.page.title} lead={profileTexts.page.lead} />
      <PageSection title={profileTexts.names.title} lead={profileTexts.names.lead}>
        {names}
      </PageSection>
      <PageSection title={profileTexts.email.title} lead={profileTexts.email.lead}>
        {email}
      </PageSection>
      <PageSection title={profileTexts.account.title} lead={profileTexts.account.lead}>
        {account}
      </PageSection>
    </>
  )
}
