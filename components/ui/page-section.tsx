import { useId, type ReactNode } from 'react'

interface PageSectionProps {
  title: string
  lead: string
  children: ReactNode
}

/** A section of a page: the explanation on the left, the content on the right; stacked on narrow screens. */
export function PageSection({ title, lead, children }: PageSectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid content-start gap-x-12 gap-y-4 border-t border-line py-7 wide:grid-cols-[minmax(0,16rem)_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="mb-1 text-title font-semibold tracking-tight">
          {title}
        </h2>
        <p className="max-w-lead text-pretty text-muted">{lead}</p>
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  )
}
