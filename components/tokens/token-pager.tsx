import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'

interface TokenPagerProps {
  nextCursor: string | null
  isFirstPage: boolean
}

/** The ways to older tokens and back to the newest; nothing when one page holds them all. */
export function TokenPager({ nextCursor, isFirstPage }: TokenPagerProps) {
  if (nextCursor === null && isFirstPage) return null
  return (
    <nav aria-label="Pages of tokens" className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href="/settings/tokens" className={buttonClass()}>
          Newest tokens
        </Link>
      )}
      {nextCursor !== null && (
        <Link href={`/settings/tokens?cursor=${encodeURIComponent(nextCursor)}`} className={`${buttonClass()} ml-auto`}>
          Older tokens
        </Link>
      )}
    </nav>
  )
}
