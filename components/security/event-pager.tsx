import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'

interface EventPagerProps {
  nextCursor: string | null
  isFirstPage: boolean
}

/**
 * Links to older events and back to the newest. They keep the scroll position. Renders nothing when one page holds them
 * all.
 */
export function EventPager({ nextCursor, isFirstPage }: EventPagerProps) {
  if (nextCursor === null && isFirstPage) return null
  return (
    <nav aria-label="Pages of events" className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href="/settings/security" scroll={false} className={buttonClass()}>
          Newest
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={`/settings/security?cursor=${encodeURIComponent(nextCursor)}`}
          scroll={false}
          className={`${buttonClass()} ml-auto`}
        >
          Older
        </Link>
      )}
    </nav>
  )
}
