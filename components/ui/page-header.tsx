import type { ReactNode } from 'react'

interface PageHeaderProps {
  title: string
  lead: string
  /** What the person can do on the page. */
  children?: ReactNode
}

/** The heading of a page, its purpose, and its actions. */
export function PageHeader({ title, lead, children }: PageHeaderProps) {
  return (
    <div className="mb-6 flex items-start justify-between gap-4 max-cards:flex-wrap">
      <div>
        <h1 className="mb-1 text-heading font-semibold tracking-tight">{title}</h1>
        <p className="max-w-lead text-pretty text-muted">{lead}</p>
      </div>
      {children}
    </div>
  )
}
