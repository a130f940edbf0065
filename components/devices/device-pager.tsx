import Link from 'next/link'
import { devicesTexts } from '@/components/devices/texts'
import { buttonClass } from '@/components/ui/button-class'

const { pager } = devicesTexts

interface DevicePagerProps {
  nextCursor: string | null
  isFirstPage: boolean
}

/** Links to less recently used devices and back to the first page. Renders nothing when one page holds them all. */
export function DevicePager({ nextCursor, isFirstPage }: DevicePagerProps) {
  if (nextCursor === null && isFirstPage) return null
  return (
    <nav aria-label={pager.label} className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href="/settings/devices" className={buttonClass()}>
          {pager.first}
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={`/settings/devices?cursor=${encodeURIComponent(nextCursor)}`}
          className={`${buttonClass()} ml-auto`}
        >
          {pager.next}
        </Link>
      )}
    </nav>
  )
}
