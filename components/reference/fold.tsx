import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** Details that open at a click, by the browser's own element; searching the page finds them too. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1.5 rounded-tag py-1 pr-2 text-muted hover:text-text">
        <ChevronRight size={14} aria-hidden className="transition-transform group-open:rotate-90" />
        {title}
      </summary>
      <div className="pt-1 pb-2 pl-5">{children}</div>
    </details>
  )
}
