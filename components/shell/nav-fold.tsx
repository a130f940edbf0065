'use client'

import { Menu, X } from 'lucide-react'
import { usePathname } from 'next/navigation'
import { useId, useRef, useState, type FocusEvent, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'

/**
 * Folds what stands in it behind a button where the window is narrow. Escape, a click beside
 * it, the keyboard going on into the page and the next page close it.
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
        className="ml-auto side:hidden"
      >
        <Icon size={16} aria-hidden />
        Menu
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
