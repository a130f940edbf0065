import type { ReactNode } from 'react'

interface EmptyStateProps {
  title: string
  text: string
  /** What the person can do about it. */
  children?: ReactNode
}

/** Shown in place of an empty list. */
export function EmptyState({ title, text, children }: EmptyStateProps) {
  return (
    <section className="grid justify-items-start gap-4 rounded-card border border-dashed border-line-strong bg-surface px-6 py-8">
      <div className="grid gap-1">
        <h2 className="text-title font-semibold tracking-tight">{title}</h2>
        <p className="max-w-lead text-pretty text-muted">{text}</p>
      </div>
      {children}
    </section>
  )
}
