'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'

const fetchDialog = () => import('@/components/shell/step-up-dialog')
const StepUpDialog = lazy(async () => ({ default: (await fetchDialog()).StepUpDialog }))

const AskForPassword = createContext<() => Promise<boolean>>(() => Promise.resolve(false))

/** Lets its children ask for the password again, in a dialog above whatever is open. */
export function StepUpProvider({ username, children }: { username: string; children: ReactNode }) {
  const [isAsking, setIsAsking] = useState(false)
  // Several actions can wait for the same answer.
  const waiting = useRef<((isShown: boolean) => void)[]>([])
  const focusedBefore = useRef<Element | null>(null)

  const ask = useCallback(async () => {
    const focused = document.activeElement
    // When the dialog cannot be loaded, the action that asked gets the error.
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

/** Returns a function that asks for the password again: true once it is confirmed, false when the person cancels. */
export function useAskForPassword(): () => Promise<boolean> {
  return use(AskForPassword)
}
