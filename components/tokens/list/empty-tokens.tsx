import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'

/** Shown in place of the list before the first token exists. */
export function EmptyTokens({ children }: { children: ReactNode }) {
  return (
    <EmptyState
      title="No tokens yet"
      text="Create one for the first program that should act for you: a script, a sensor, a backup. It is shown once, and you can end it here at any time."
    >
      {children}
    </EmptyState>
  )
}
