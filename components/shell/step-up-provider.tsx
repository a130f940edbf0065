'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'

const StepUpDialog = lazy(async () => ({ default: (await import('@/components/shell/step-up-dialog')).StepUpDialog }))

const AskForPassword = createContext<() => Promise<boolean>>(() => Promise.resolve(false))

/** Lets what stands in it ask for the password again, in a dialog over whatever is open. */
export function StepUpProvider({ username, children }: { username: string; children: ReactNode }) {
  const [isAsking, setIsAsking] = useState(false)
  // Several actions may wait for the one answer.
  const waiting = useRef<((isShown: boolean) => void)[]>([])
  const focusedBefore = useRef<Element | null>(null)

  const ask = useCallback(
    () =>
      new Promise<boolean>((resolve) => {
        if (waiting.current.length === 0) focusedBefore.current = document.activeElement
        waiting.current.push(resolve)
        setIsAsking(true)
      }),
    [],
  )

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
