'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent } from 'react'
import { shortcutOf } from '@/components/shortcuts/shortcut-of'
import { hasSingleKeys } from '@/components/shortcuts/single-keys'
import { isApple } from '@/components/shortcuts/use-is-apple'

const TYPED_INTO = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]'
const OPEN_ABOVE_PAGE = '[role=dialog], [role=alertdialog], [role=menu]'

/** Listens for the shortcuts of every signed-in page. */
export function useShortcuts(openPalette: () => void): void {
  const router = useRouter()

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat) return
    const shortcut = shortcutOf(event, {
      isApple: isApple(),
      isTyping: event.target instanceof Element && event.target.closest(TYPED_INTO) !== null,
      isDialogOpen: document.querySelector(OPEN_ABOVE_PAGE) !== null,
      hasSingleKeys: hasSingleKeys(),
    })
    const search = document.querySelector<HTMLElement>('#main [type=search]')
    if (shortcut === null || (shortcut === 'search' && search === null)) return
    event.preventDefault()
    if (shortcut === 'palette') openPalette()
    else if (shortcut === 'search') search?.focus()
    else router.push('/settings/shortcuts')
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
