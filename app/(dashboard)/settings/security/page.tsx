import type { Metadata } from 'next'
import { RecentActivity } from '@/components/activity/recent-activity'
import { ChangePasswordForm } from '@/components/security/change-password-form'
import { DeleteAccountButton } from '@/components/security/delete-account-button'
import { SecuritySections } from '@/components/security/security-sections'
import { securityTexts } from '@/components/security/texts'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import { tellEvents } from '@/lib/domain/activity/tell-events'
import { settings } from '@/lib/base/env'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

export const metadata: Metadata = { title: securityTexts.page.title }

const RECENT_COUNT = 5

export default async function SecurityPage() {
  const principal = await requirePagePrincipal()
  const { username, email } = await getAccount(principal)
  const { items } = await tellEvents(principal, { limit: RECENT_COUNT })
  return (
    <SecuritySections
      password={<ChangePasswordForm username={username} email={email} lengthMin={settings().PASSWORD_MIN_LENGTH} />}
      events={<RecentActivity events={items} />}
      deletion={<DeleteAccountButton username={username} />}
    />
  )
}
