'use client'

import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'

interface OpenMenuProps {
  /** What opened it: it stands there, and gives the focus back. */
  button: RefObject<HTMLButtonElement | null>
  labelledBy: string
  /** The keyboard opened it. */
  isFirstFocused: boolean
  onClose: () => void
  children: ReactNode
}

// Within the landmark of the page, where those who go from landmark to landmark find it.
const contentOfPage = () => document.getElementById('main')

/** The list of a menu, as long as it is open. */
export function OpenMenu({ button, labelledBy, isFirstFocused, onClose, children }: OpenMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={onClose}>
      {/* Only the place: the button is there whether a menu is open or not. */}
      <DropdownMenu.Trigger asChild>
        <span aria-hidden className="pointer-events-none absolute inset-0" />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={contentOfPage()}>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-labelledby={labelledBy}
          onInteractOutside={(event) => {
            // The button closes it by itself.
            if (event.target instanceof Node && button.current?.contains(event.target)) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            button.current?.focus()
          }}
          onFocus={({ target, currentTarget }) => {
            if (isFirstFocused && target === currentTarget)
              currentTarget.querySelector<HTMLElement>('[role=menuitem]')?.focus()
          }}
          className="z-20 min-w-40 animate-appear rounded-card border border-line bg-raised p-1 shadow-menu focus-visible:shadow-menu"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface OpenMenuItemProps {
  icon: LucideIcon
  isDangerous?: boolean
  onSelect: () => void
  children: ReactNode
}

/** One action of an open menu. */
export function OpenMenuItem({ icon: Icon, isDangerous = false, onSelect, children }: OpenMenuItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={`flex cursor-pointer items-center gap-2.5 rounded-control px-2.5 py-1.75 data-highlighted:bg-hover data-highlighted:shadow-none ${isDangerous ? 'text-danger' : ''}`}
    >
      <Icon size={16} aria-hidden />
      {children}
    </DropdownMenu.Item>
  )
}
