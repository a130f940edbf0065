import Link from 'next/link'
import type { ReactNode } from 'react'
import { inFigures } from '@/components/ui/chart/in-figures'

interface StatTileProps {
  name: string
  value: number
  /** Where the counted items are listed. */
  href?: string
  /** What the number consists of, or means. */
  children?: ReactNode
}

/** A number, what it counts, and a link to the counted items. */
export function StatTile({ name, value, href, children }: StatTileProps) {
  return (
    <div className="relative grid content-start gap-1 rounded-card border border-line bg-surface px-4 py-3.5 has-[a:hover]:border-line-strong">
      <h2 className="text-muted">
        {href === undefined ? (
          name
        ) : (
          <Link href={href} prefetch={false} className="after:absolute after:inset-0 after:rounded-card">
            {name}
          </Link>
        )}
      </h2>
      <p className="text-heading font-semibold tracking-tight tabular-nums">{inFigures(value)}</p>
      {children !== undefined && <p className="text-note text-pretty text-muted">{children}</p>}
    </div>
  )
}
