'use client'

import { Search } from 'lucide-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { openPaletteTexts } from '@/components/palette/texts-open'
import { useIsApple } from '@/components/shortcuts/use-is-apple'
import { useShortcuts } from '@/components/shortcuts/use-shortcuts'
import { Button } from '@/components/ui/button'
import { foresee, useWhenFetched } from '@/components/ui/dialog/use-when-fetched'

const fetchDialog = () => import('@/components/palette/palette-dialog')
const PaletteDialog = lazy(async () => ({ default: (await fetchDialog()).PaletteDialog }))

/** Button that opens the search, which its shortcut opens too. The search is loaded when one of them is used. */
export function OpenPalette({ isAdmin }: { isAdmin: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  const opener = useRef<HTMLElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const isApple = useIsApple()
  const whenFetched = useWhenFetched()

  function open() {
    const focused = document.activeElement
    void whenFetched(fetchDialog, () => {
      opener.current = focused instanceof HTMLElement && focused !== document.body ? focused : button.current
      setIsOpen(true)
    })
  }

  function moveFocus(isLeaving: boolean) {
    const target = isLeaving || opener.current?.isConnected !== true ? document.getElementById('main') : opener.current
    target?.focus()
  }

  useShortcuts(open)

  return (
    <>
      <Button
        ref={button}
        aria-haspopup="dialog"
        aria-keyshortcuts={isApple ? 'Meta+K' : 'Control+K'}
        onPointerEnter={() => foresee(fetchDialog)}
        onFocus={() => foresee(fetchDialog)}
        onClick={open}
        className="text-muted max-side:ml-auto max-side:px-2.5 side:mt-2 side:justify-start"
      >
        <Search size={16} aria-hidden />
        <span className="max-side:sr-only">{openPaletteTexts.label}</span>
        <kbd aria-hidden className="ml-auto font-sans text-label text-faint max-side:hidden">
          {isApple ? openPaletteTexts.keys.apple : openPaletteTexts.keys.other}
        </kbd>
      </Button>
      {isOpen && (
        <Suspense>
          <PaletteDialog isAdmin={isAdmin} onDismiss={() => setIsOpen(false)} onClosed={moveFocus} />
        </Suspense>
      )}
    </>
  )
}
