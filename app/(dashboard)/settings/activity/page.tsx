import type { Metadata } from 'next'
import Link from 'next/link'
import { activityAddress, activityHref } from '@/components/activity/activity-address'
import { ActivityDays } from '@/components/activity/activity-days'
import { ActivityFilter } from '@/components/activity/activity-filter'
import { ActivityPager } from '@/components/activity/activity-pager'
import { EventRow } from '@/components/activity/event-row'
import { activityTexts } from '@/components/activity/texts'
import { buttonClass } from '@/components/ui/button-class'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ClockTime } from '@/components/ui/time/clock-time'
import { tellEvents } from '@/lib/domain/activity/tell-events'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'
import { firstPageOtherwise } from '@/lib/base/paging/first-page-otherwise'

const { page, empty } = activityTexts

export const metadata: Metadata = { title: page.title }

const EVENTS_PER_PAGE = 25

interface ActivityPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function ActivityPage({ searchParams }: ActivityPageProps) {
  const principal = await requirePagePrincipal()
  const { kind, cursor: asked } = activityAddress.parse(await searchParams)
  const { items, next_cursor } = await firstPageOtherwise(asked, (cursor) =>
    tellEvents(principal, { limit: EVENTS_PER_PAGE, kind, cursor }),
  )
  const entries = items.map((event) => ({
    id: event.id,
    at: event.occurred_at,
    row: <EventRow event={event} time={<ClockTime at={event.occurred_at} />} />,
  }))
  return (
    <>
      <PageHeader title={page.title} lead={page.lead} />
      <div className="mb-4">
        <ActivityFilter kind={kind} />
      </div>
      {entries.length > 0 ? (
        <ActivityDays entries={entries} />
      ) : (
        <EmptyState title={empty.title} text={empty.text}>
          <Link href={activityHref({})} className={buttonClass()}>
            {empty.showAll}
          </Link>
        </EmptyState>
      )}
      <ActivityPager kind={kind} nextCursor={next_cursor} isFirstPage={asked === undefined} />
    </>
  )
}
