import Link from 'next/link'
import { activityHref } from '@/components/activity/activity-address'
import { activityTexts } from '@/components/activity/texts'
import { buttonClass } from '@/components/ui/button-class'
import type { EventKind } from '@/lib/domain/activity/schema'

const { pager } = activityTexts

interface ActivityPagerProps {
  kind: EventKind | undefined
  nextCursor: string | null
  isFirstPage: boolean
}

/** Links to older events and back to the newest. Renders nothing when one page holds them all. */
export function ActivityPager({ kind, nextCursor, isFirstPage }: ActivityPagerProps) {
  if (nextCursor === null && isFirstPage) return null
  return (
    <nav aria-label={pager.label} className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href={activityHref({ kind })} prefetch={false} className={buttonClass()}>
          {pager.first}
        </Link>
      )}
      {nextCursor !== null && (
        <Link href={activityHref({ kind, cursor: nextCursor })} prefetch={false} className={`${buttonClass()} ml-auto`}>
          {pager.next}
        </Link>
      )}
    </nav>
  )
}
