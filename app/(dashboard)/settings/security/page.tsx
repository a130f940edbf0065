import type { Metadata } from 'next'
import { ChangePasswordForm } from '@/components/security/change-password-form'
import { DeleteAccountDialog } from '@/components/security/delete-account-dialog'
import { EventList } from '@/components/security/event-list'
import { EventPager } from '@/components/security/event-pager'
import { PageHeader } from '@/components/ui/page-header'
import { PageSection } from '@/components/ui/page-section'
import { getAccount } from '@/lib/accounts/get-account'
import { listEventsQuery } from '@/lib/audit/schema'
import { tellEvents } from '@/lib/audit/tell-events'
import { settings } from '@/lib/env'
import { requirePagePrincipal } from '@/lib/http/page-principal'
import { firstPageOtherwise } from '@/lib/paging/first-page-otherwise'

export const metadata: Metadata = { title: 'Security' }

const EVENTS_PER_PAGE = 20

interface SecurityPageProps {
  searchParams: Promise<{ cursor?: string | string[] }>
}

export default async function SecurityPage({ searchParams }: SecurityPageProps) {
  const principal = await requirePagePrincipal()
  const { username, email } = await getAccount(principal)
  const asked = listEventsQuery.shape.cursor.catch(undefined).parse((await searchParams).cursor)
  const { items, next_cursor } = await firstPageOtherwise(asked, (cursor) =>
    tellEvents(principal, { limit: EVENTS_PER_PAGE, cursor }),
  )
  return (
    <>
      <PageHeader title="Security" lead="Your password, and what has happened in your account." />
      <PageSection
        title="Password"
        lead="A new one shuts out whoever knows the old one. You stay signed in here; everywhere else the new one is asked for."
      >
        <ChangePasswordForm username={username} email={email} lengthMin={settings().PASSWORD_MIN_LENGTH} />
      </PageSection>
      <PageSection
        title="What happened"
        lead="Every change in your account, with the address that it came from. If something here was not you, change the password."
      >
        <EventList events={items} />
        <EventPager nextCursor={next_cursor} isFirstPage={asked === undefined} />
      </PageSection>
      <PageSection
        title="Delete the account"
        lead="Your tokens stop, your devices are signed out, and nobody can ever take your username again. What happened stays in the trail of the server."
      >
        <DeleteAccountDialog username={username} />
      </PageSection>
    </>
  )
}
