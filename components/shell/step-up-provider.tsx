'use client'

import { createContext, lazy, Suspense, use, useCallback, useRef, useState, type ReactNode } from 'react'
import type { Provider } from '@/components/providers/provider'

const fetchDialog = () => import('@/components/shell/step-up-dialog')
const StepUpDialog = lazy(async () => ({ default: (await fetchDialog()).StepUpDialog }))

/** Asks the person to confirm who they are, in one of the ways that the server named. */
type Ask = (methods: readonly string[]) => Promise<boolean>

const AskForPassword = createContext<Ask>(() => Promise.resolve(false))

interface StepUpProviderProps {
  username: string
  /** The providers at which the owner can confirm who they are, if the account is linked to them. */
  providers: readonly Provider[]
  children: ReactNode
}

/** Lets its children ask the person to confirm who they are, in a dialog above whatever is open. */
export function StepUpProvider({ username, providers, children }: StepUpProviderProps) {
  const [methods, setMethods] = useState<readonly string[] | null>(null)
  // Several actions can wait for the same answer.
  const waiting = useRef<((isShown: boolean) => void)[]>([])
  const focusedBefore = useRef<Element | null>(null)

  const ask = useCallback(async (ways: readonly string[]) => {
    const focused = document.activeElement
    // When the dialog cannot be loaded, the action that asked gets the error.
    await fetchDialog()
    return new Promise<boolean>((resolve) => {
      if (waiting.current.length === 0) focusedBefore.current = focused
      waiting.current.push(resolve)
      setMethods(ways)
    })
  }, [])

  function answer(isShown: boolean) {
    setMethods(null)
    for (const resolve of waiting.current.splice(0)) resolve(isShown)
  }

  return (
    <AskForPassword value={ask}>
      {children}
      {methods !== null && (
        <Suspense>
          <StepUpDialog
            username={username}
            methods={methods}
            providers={providers}
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

/** Returns a function that asks the person to confirm who they are: true once they did, false when they cancel. */
export function useAskForPassword(): Ask {
  return use(AskForPassword)
}
