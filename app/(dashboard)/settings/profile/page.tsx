import type { Metadata } from 'next'
import { AccountFacts } from '@/components/profile/account-facts'
import { EmailForm } from '@/components/profile/email-form'
import { ProfileForm } from '@/components/profile/profile-form'
import { ProfileSections } from '@/components/profile/profile-sections'
import { profileTexts } from '@/components/profile/texts'
import { getPageAccount } from '@/lib/edge/serve/page-account'

export const metadata: Metadata = { title: profileTexts.page.title }

export default async function ProfilePage() {
  const { account } = await getPageAccount()
  const { username, first_name, last_name } = account
  return (
    <ProfileSections
      names={<ProfileForm names={{ username, first_name, last_name }} />}
      email={<EmailForm />}
      account={<AccountFacts account={account} />}
    />
  )
}
