'use client'

import { Ellipsis, type LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode, Ref } from 'react'
import { Button } from '@/components/ui/button'

interface MenuProps {
  /** Names the button, since it shows only three dots. */
  label: string
  triggerRef: Ref<HTMLButtonElement>
  children: ReactNode
}

// Within the landmark of the page, where those who go from landmark to landmark find it.
const contentOfPage = () => (typeof document === 'undefined' ? null : document.getElementById('main'))

/** Three dots that open a short list of actions. */
export function Menu({ label, triggerRef, children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button variant="ghost" ref={triggerRef} aria-label={label} className="px-2">
          <Ellipsis size={18} aria-hidden />
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={contentOfPage()}>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-20 min-w-40 animate-appear rounded-card border border-line bg-raised p-1 shadow-menu focus-visible:shadow-menu"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

interface MenuItemProps {
  icon: LucideIcon
  isDangerous?: boolean
  onSelect: () => void
  children: ReactNode
}

/** One action of a menu. */
export function MenuItem({ icon: Icon, isDangerous = false, onSelect, children }: MenuItemProps) {
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
