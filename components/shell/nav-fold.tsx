'use client'

import { Menu, X } from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { NavigationLink } from '@/components/shell/navigation'
import { shellTexts } from '@/components/shell/texts'
import { Button } from '@/components/ui/button'

/**
 * Folds the navigation behind a button on narrow screens. Escape, a click outside, moving the focus into the page and
 * navigating all close it.
 */
export function NavFold({ children }: { children: ReactNode }) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const pathname = usePathname()
  const [openAt, setOpenAt] = useState<string | null>(null)
  const isOpen = openAt === pathname
  const Icon = isOpen ? X : Menu

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || !isOpen) return
    setOpenAt(null)
    button.current?.focus()
  }

  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) setOpenAt(null)
  }

  return (
    <div onKeyDown={onKeyDown} onBlur={onBlur} className="contents">
      <Button
        ref={button}
        variant="ghost"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpenAt(isOpen ? null : pathname)}
        className="side:hidden"
      >
        <Icon size={16} aria-hidden />
        {shellTexts.navigation.menu}
      </Button>
      {isOpen && <div onClick={() => setOpenAt(null)} className="fixed inset-0 -z-10 side:hidden" />}
      <div
        id={id}
        className={`max-side:absolute max-side:inset-x-0 max-side:top-full max-side:max-h-[calc(100dvh-4rem)] max-side:animate-appear max-side:overflow-auto max-side:border-b max-side:border-line max-side:bg-bg max-side:px-3 max-side:pt-2 max-side:pb-3 max-side:shadow-menu side:flex side:min-h-0 side:flex-1 side:flex-col ${isOpen ? '' : 'max-side:hidden'}`}
      >
        {children}
      </div>
    </div>
  )
}

/** A link in the main navigation, marked on its page and, unless `isAlone` is set, on the pages below it. */
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
