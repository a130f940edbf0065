import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'

/** A link back to the page that this one is a part of. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link
      href={href}
      className="-mx-1 mb-2 inline-flex items-center gap-1.5 rounded-tag px-1 text-muted hover:text-text"
    >
      <ArrowLeft size={14} aria-hidden />
      {children}
    </Link>
  )
}
