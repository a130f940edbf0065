import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'
import { uiTexts } from '@/components/ui/texts'

interface PagerProps {
  /** Names what the pages contain. */
  label: string
  /** The URL of the first page; null when this is it. */
  firstHref: string | null
  nextHref: string | null
}

/** Links to the next page of a list and back to the first. Renders nothing when one page holds everything. */
export function Pager({ label, firstHref, nextHref }: PagerProps) {
  if (firstHref === null && nextHref === null) return null
  return (
    <nav aria-label={label} className="mt-4 flex justify-between gap-2">
      {firstHref !== null && (
        <Link href={firstHref} prefetch={false} className={buttonClass()}>
          {uiTexts.pager.first}
        </Link>
      )}
      {nextHref !== null && (
        <Link href={nextHref} prefetch={false} className={`${buttonClass()} ml-auto`}>
          {uiTexts.pager.next}
        </Link>
      )}
    </nav>
  )
}
