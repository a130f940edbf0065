import type { ReactNode } from 'react'
import { tokensTexts } from '@/components/tokens/texts'
import { EmptyState } from '@/components/ui/empty-state'

/** Shown in place of the list before the first token exists. */
export function EmptyTokens({ children }: { children: ReactNode }) {
  return <EmptyState {...tokensTexts.noTokens}>{children}</EmptyState>
}
