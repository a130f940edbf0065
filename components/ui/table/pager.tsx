import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'

interface PagerProps {
  /** Names what the pages are of. */
  label: string
  /** The first page, where this is another one. */
  firstHref: string | null
  nextHref: string | null
}

/** The ways to the next page of a list and back to its start; nothing when one page holds it all. */
export function Pager({ label, firstHref, nextHref }: PagerProps) {
  if (firstHref === null && nextHref === null) return null
  return (
    <nav aria-label={label} className="mt-4 flex justify-between gap-2">
      {firstHref !== null && (
        <Link href={firstHref} prefetch={false} className={buttonClass()}>
          First page
        </Link>
      )}
      {nextHref !== null && (
        <Link href={nextHref} prefetch={false} className={`${buttonClass()} ml-auto`}>
          Next page
        </Link>
      )}
    </nav>
  )
}
