'use client'

import { Toast } from 'radix-ui'
import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react'
import { uiTexts } from '@/components/ui/texts'
import { useHydrated } from '@/components/ui/time/use-hydrated'

const SHOWN_FOR_MS = 6_000
/** A message with an action stays long enough to be read, reached with F8 and acted on. */
const SHOWN_WITH_ACTION_FOR_MS = 15_000
const SHOWN_AT_ONCE = 3
const GAP_PX = 12

/** What the person can do about a message while it is shown. */
export interface AnnouncedAction {
  label: string
  /** Another way to the same result, for people who cannot reach the button in time. */
  otherWay: string
  onChoose: () => void
}

type Announce = (sentence: string, action?: AnnouncedAction) => void

interface Announcement {
  id: number
  sentence: string
  action: AnnouncedAction | undefined
}

const AnnounceContext = createContext<Announce>(() => {})

/**
 * Lets its children announce messages at the foot of the page, on screen and to screen readers. The newest is at the
 * bottom; a fourth one replaces the oldest. F8 moves the focus there, and Tab from there to the newest.
 */
export function Announcer({ children }: { children: ReactNode }) {
  const isHydrated = useHydrated()
  const lastId = useRef(0)
  const [shown, setShown] = useState<readonly Announcement[]>([])

  const announce = useCallback<Announce>((sentence, action) => {
    lastId.current += 1
    const next = { id: lastId.current, sentence, action }
    setShown((before) => [...before, next].slice(-SHOWN_AT_ONCE))
  }, [])

  return (
    <AnnounceContext value={announce}>
      {children}
      <Toast.Provider swipeDirection="down">
        {shown.map(({ id, sentence, action }) => (
          <Toast.Root
            key={id}
            duration={action === undefined ? SHOWN_FOR_MS : SHOWN_WITH_ACTION_FOR_MS}
            onOpenChange={() => setShown((before) => before.filter((announcement) => announcement.id !== id))}
            className="pointer-events-auto flex max-w-full animate-appear items-center gap-3 rounded-card border border-line bg-raised px-4 py-2.5 shadow-menu"
          >
            <Toast.Description className="wrap-anywhere">{sentence}</Toast.Description>
            {action !== undefined && (
              <Toast.Action
                altText={action.otherWay}
                onClick={action.onChoose}
                className="-my-1 -mr-2 shrink-0 cursor-pointer rounded-control px-2 py-1 font-medium text-accent hover:bg-hover"
              >
                {action.label}
              </Toast.Action>
            )}
          </Toast.Root>
        ))}
        {/* Rendered on the server, it would carry a style attribute, which the content security policy blocks. */}
        {isHydrated && (
          <Toast.Viewport
            ref={leaveRoom}
            label={uiTexts.announcer.label}
            className="pointer-events-none fixed inset-x-4 bottom-5 z-40 flex flex-col items-center gap-2"
          />
        )}
      </Toast.Provider>
    </AnnounceContext>
  )
}

/** Keeps `--spacing-toasts` as high as the messages are, so that nothing at the foot of the page is under them. */
function leaveRoom(viewport: HTMLOListElement) {
  const { style } = document.documentElement
  const observer = new ResizeObserver(() => {
    const height = viewport.offsetHeight
    style.setProperty('--spacing-toasts', height === 0 ? '0px' : `${height + GAP_PX}px`)
  })
  observer.observe(viewport)
  return () => {
    observer.disconnect()
    style.removeProperty('--spacing-toasts')
  }
}

/** Returns a function that announces a message, optionally with an action. */
export function useAnnounce(): Announce {
  return use(AnnounceContext)
}
