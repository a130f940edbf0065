import type { ReactNode } from 'react'

export function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid items-center gap-x-4 px-4 py-3 cards:grid-cols-[8rem_minmax(0,1fr)]">
      <dt className="text-muted max-cards:text-note">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </div>
  )
}
