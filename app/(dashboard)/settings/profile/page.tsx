import type { Metadata } from 'next'
import { AccountFacts } from '@/components/profile/account-facts'
import { ConfirmEmailNotice } from '@/components/profile/confirm-email-notice'
import { EmailForm } from '@/components/profile/email-form'
import { ProfileForm } from '@/components/profile/profile-form'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { getAccount } from '@/lib/accounts/get-account'
import { requirePagePrincipal } from '@/lib/http/page-principal'

export const metadata: Metadata = { title: 'Profile' }

export default async function ProfilePage() {
  const account = await getAccount(await requirePagePrincipal())
  const { username, first_name, last_name } = account
  return (
    <>
      <PageHeader title="Profile" lead="How you are called here, and what stands in your account." />
      <PageSection title="Names" lead="Services that take your tokens are told the username.">
        <ProfileForm names={{ username, first_name, last_name }} />
      </PageSection>
      <PageSection title="E-mail address" lead="Mail about your account and its tokens goes there.">
        {!account.email_verified && <ConfirmEmailNotice email={account.email} />}
        <EmailForm />
      </PageSection>
      <PageSection
        title="Account"
        lead="The id never changes, whatever you are called: it is what services should know you by."
      >
        <AccountFacts account={account} />
      </PageSection>
    </>
  )
}
