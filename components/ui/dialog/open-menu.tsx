'use client'

import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'

interface OpenMenuProps {
  /** The button that opened the menu. The menu appears next to it and returns the focus to it. */
  button: RefObject<HTMLButtonElement | null>
  labelledBy: string
  /** The keyboard opened the menu, so its first item gets the focus. */
  isFirstFocused: boolean
  onClose: () => void
  children: ReactNode
}

// Inside the main landmark, where people who navigate by landmarks find it.
const contentOfPage = () => document.getElementById('main')

/** The list of a menu while it is open, above the messages at the foot of the page. */
export function OpenMenu({ button, labelledBy, isFirstFocused, onClose, children }: OpenMenuProps) {
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={onClose}>
      {/* Only positions the list: the button is rendered whether a menu is open or not. */}
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
            // The button closes the menu itself.
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
          className="z-50 min-w-40 animate-appear rounded-card border border-line bg-raised p-1 shadow-menu focus-visible:shadow-menu"
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
