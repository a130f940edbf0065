import type { ReactNode } from 'react'

export function FactList({ children }: { children: ReactNode }) {
  return <dl className="divide-y divide-line rounded-card border border-line bg-surface">{children}</dl>
}
