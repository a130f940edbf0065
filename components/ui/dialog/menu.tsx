'use client'

import { Ellipsis, type LucideIcon } from 'lucide-react'
import { useId, useImperativeHandle, useRef, useState, type ReactNode, type Ref } from 'react'
import { Button } from '@/components/ui/button'
import { foresee, useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

type OpenMenuParts = typeof import('@/components/ui/dialog/open-menu')

// A page may have a menu in each of its rows, and most are never opened. Their code is loaded once, when the pointer or
// focus reaches a menu's button.
let parts: OpenMenuParts | null = null

async function fetchParts(): Promise<void> {
  parts ??= await import('@/components/ui/dialog/open-menu')
}

interface MenuProps {
  /** Names the button, since it shows only three dots. */
  label: string
  triggerRef: Ref<HTMLButtonElement>
  children: ReactNode
}

/** A button with three dots that opens a short list of actions. */
export function Menu({ label, triggerRef, children }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(triggerRef, () => button.current)
  const [openedBy, setOpenedBy] = useState<'pointer' | 'keyboard' | null>(null)

  const whenFetched = useWhenFetched()
  const open = (by: 'pointer' | 'keyboard') => void whenFetched(fetchParts, () => setOpenedBy(by))

  return (
    <span className="relative inline-flex">
      <Button
        id={id}
        ref={button}
        variant="ghost"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={openedBy !== null}
        onPointerEnter={() => foresee(fetchParts)}
        onFocus={() => foresee(fetchParts)}
        // `detail` is 0 when the keyboard triggered the click.
        onClick={({ detail }) => (openedBy === null ? open(detail === 0 ? 'keyboard' : 'pointer') : setOpenedBy(null))}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          open('keyboard')
        }}
        className="px-2"
      >
        <Ellipsis size={18} aria-hidden />
      </Button>
      {openedBy !== null && parts !== null && (
        <parts.OpenMenu
          button={button}
          labelledBy={id}
          isFirstFocused={openedBy === 'keyboard'}
          onClose={() => setOpenedBy(null)}
        >
          {children}
        </parts.OpenMenu>
      )}
    </span>
  )
}

interface MenuItemProps {
  icon: LucideIcon
  isDangerous?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem(item: MenuItemProps) {
  return parts && <parts.OpenMenuItem {...item} />
}
