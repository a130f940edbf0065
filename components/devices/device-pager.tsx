import Link from 'next/link'
import { buttonClass } from '@/components/ui/button-class'

interface DevicePagerProps {
  nextCursor: string | null
  isFirstPage: boolean
}

/** Links to devices seen longer ago and back to the first page. Renders nothing when one page holds them all. */
export function DevicePager({ nextCursor, isFirstPage }: DevicePagerProps) {
  if (nextCursor === null && isFirstPage) return null
  return (
    <nav aria-label="Pages of devices" className="mt-4 flex justify-between gap-2">
      {!isFirstPage && (
        <Link href="/settings/devices" className={buttonClass()}>
          Last seen
        </Link>
      )}
      {nextCursor !== null && (
        <Link
          href={`/settings/devices?cursor=${encodeURIComponent(nextCursor)}`}
          className={`${buttonClass()} ml-auto`}
        >
          Seen longer ago
        </Link>
      )}
    </nav>
  )
}
