import type { ReactNode } from 'react'

/** What stands in the place of the list before there is a token. */
export function EmptyTokens({ children }: { children: ReactNode }) {
  return (
    <section className="grid justify-items-start gap-4 rounded-card border border-dashed border-line-strong bg-surface px-6 py-8">
      <div className="grid gap-1">
        <h2 className="text-title font-semibold tracking-tight">No tokens yet</h2>
        <p className="max-w-lead text-pretty text-muted">
          Create one for the first program that should act for you: a script, a sensor, a backup. It is shown once, and
          you can end it here at any time.
        </p>
      </div>
      {children}
    </section>
  )
}
