'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'

const fetchDialog = () => import('@/components/shell/step-up-dialog')
const StepUpDialog = lazy(async () => ({ default: (await fetchDialog()).StepUpDialog }))

const AskForPassword = createContext<() => Promise<boolean>>(() => Promise.resolve(false))

/** Lets what stands in it ask for the password again, in a dialog over whatever is open. */
export function StepUpProvider({ username, children }: { username: string; children: ReactNode }) {
  const [isAsking, setIsAsking] = useState(false)
  // Several actions may wait for the one answer.
  const waiting = useRef<((isShown: boolean) => void)[]>([])
  const focusedBefore = useRef<Element | null>(null)

  const ask = useCallback(async () => {
    const focused = document.activeElement
    // What waits for the answer is told when the dialog cannot be fetched.
    await fetchDialog()
    return new Promise<boolean>((resolve) => {
      if (waiting.current.length === 0) focusedBefore.current = focused
      waiting.current.push(resolve)
      setIsAsking(true)
    })
  }, [])

  function answer(isShown: boolean) {
    setIsAsking(false)
    for (const resolve of waiting.current.splice(0)) resolve(isShown)
  }

  return (
    <AskForPassword value={ask}>
      {children}
      {isAsking && (
        <Suspense>
          <StepUpDialog
            username={username}
            isOpen
            onShown={() => answer(true)}
            onDismiss={() => answer(false)}
            onClosed={() => {
              if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus()
            }}
          />
        </Suspense>
      )}
    </AskForPassword>
  )
}

/** Asks for the password again; true once it is shown, false when its person would not. */
export function useAskForPassword(): () => Promise<boolean> {
  return use(AskForPassword)
}
