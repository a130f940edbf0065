import Link from 'next/link'
import { activityHref } from '@/components/activity/activity-address'
import { EventRow } from '@/components/activity/event-row'
import { activityTexts } from '@/components/activity/texts'
import { buttonClass } from '@/components/ui/button-class'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { ToldEvent } from '@/lib/domain/activity/schema'

/** The latest events of an account, with a link to all of them. */
export function RecentActivity({ events }: { events: readonly ToldEvent[] }) {
  return (
    <>
      <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {events.map((event) => (
          <li key={event.id}>
            <EventRow event={event} time={<RelativeTime at={event.occurred_at} />} />
          </li>
        ))}
      </ol>
      <Link href={activityHref({})} className={`${buttonClass()} mt-4`}>
        {activityTexts.recent.viewAll}
      </Link>
    </>
  )
}
