'use client'

import { Toast } from 'radix-ui'
import { createContext, use, useCallback, useRef, useState, type ReactNode } from 'react'
import { useHydrated } from '@/components/ui/time/use-hydrated'

const SHOWN_FOR_MS = 6_000
/** Something that can still be done stays long enough to be read, found with F8 and done. */
const SHOWN_WITH_ACTION_FOR_MS = 15_000
const SHOWN_AT_ONCE = 3

/** What can be done about a sentence while it stands there. */
export interface AnnouncedAction {
  label: string
  /** The other way to the same thing, told to those who will not reach the button in time. */
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

/** Lets what stands in it say sentences at the foot of the page, to eyes and ears; F8 leads the keyboard there. */
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
        {/* On the server it would carry a style attribute, which the policy refuses. */}
        {isHydrated && (
          <Toast.Viewport
            label="Messages ({hotkey})"
            className="pointer-events-none fixed inset-x-4 bottom-5 z-40 flex flex-col items-center gap-2"
          />
        )}
      </Toast.Provider>
    </AnnounceContext>
  )
}

/** Says a sentence through the announcer around it, with what can be done about it. */
export function useAnnounce(): Announce {
  return use(AnnounceContext)
}
