import type { Metadata } from 'next'
import { ChangePasswordForm } from '@/components/security/change-password-form'
import { DeleteAccountButton } from '@/components/security/delete-account-button'
import { EventList } from '@/components/security/event-list'
import { EventPager } from '@/components/security/event-pager'
import { SecuritySections } from '@/components/security/security-sections'
import { securityTexts } from '@/components/security/texts'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import { listEventsQuery } from '@/lib/domain/activity/schema'
import { tellEvents } from '@/lib/domain/activity/tell-events'
import { settings } from '@/lib/base/env'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

export const metadata: Metadata = { title: securityTexts.page.title }

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
    <SecuritySections
      password={<ChangePasswordForm username={username} email={email} lengthMin={settings().PASSWORD_MIN_LENGTH} />}
      events={
        <>
          <EventList events={items} />
          <EventPager nextCursor={next_cursor} isFirstPage={asked === undefined} />
        </>
      }
      deletion={<DeleteAccountButton username={username} />}
    />
  )
}
