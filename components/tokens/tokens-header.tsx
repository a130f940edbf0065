import type { ReactNode } from 'react'

/** The heading of the token page, with what can be done there. */
export function TokensHeader({ children }: { children?: ReactNode }) {
  return (
    <div className="mb-6 flex items-start justify-between gap-4 max-cards:flex-wrap">
      <div>
        <h1 className="mb-1 text-heading font-semibold tracking-tight">Tokens</h1>
        <p className="max-w-lead text-pretty text-muted">
          One token for each program or device. If one leaks, you end that one and nothing else breaks.
        </p>
      </div>
      {children}
    </div>
  )
}
