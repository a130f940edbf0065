'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { NavigationLink } from '@/components/shell/navigation'

/** A page of the main navigation, marked while it or one below it is being read. */
export function NavLink({ href, label, isAlone }: NavigationLink) {
  const pathname = usePathname()
  const isHere = isAlone === true ? pathname === href : `${pathname}/`.startsWith(`${href}/`)
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className="block rounded-control px-2.5 py-1.75 text-muted hover:bg-hover hover:text-text aria-[current]:bg-accent-soft aria-[current]:font-medium aria-[current]:text-accent"
    >
      {label}
    </Link>
  )
}
