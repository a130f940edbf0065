import { ArrowDown, ArrowUp } from 'lucide-react'
import Link from 'next/link'

interface SortLinkProps {
  /** The name of the column. */
  label: string
  /** The same list in the next order. */
  href: string
  sorted: 'ascending' | 'descending' | undefined
}

/** A column header that sorts its table. */
export function SortLink({ label, href, sorted }: SortLinkProps) {
  const Arrow = sorted === 'descending' ? ArrowDown : ArrowUp
  return (
    <Link
      href={href}
      prefetch={false}
      scroll={false}
      className="group -mx-1 inline-flex items-center gap-1 rounded-tag px-1 hover:text-text"
    >
      {label}
      <Arrow
        size={12}
        aria-hidden
        className={
          sorted === undefined ? 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60' : 'text-text'
        }
      />
    </Link>
  )
}
