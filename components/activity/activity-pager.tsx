import Link from 'next/link'
import { securityTexts } from '@/components/security/texts'
import { buttonClass } from '@/components/ui/button-class'

const { pager } = securityTexts

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
    <nav aria-label={pager.label} className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href="/settings/security" scroll={false} className={buttonClass()}>
          {pager.first}
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={`/settings/security?cursor=${encodeURIComponent(nextCursor)}`}
          scroll={false}
          className={`${buttonClass()} ml-auto`}
        >
          {pager.next}
        </Link>
      )}
    </nav>
  )
}
