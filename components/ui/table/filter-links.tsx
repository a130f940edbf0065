import Link from 'next/link'

/** A link to one view of a list. */
export interface FilterLink {
  label: string
  /** How many entries the view shows. */
  count?: number
  href: string
  isCurrent: boolean
}

/** Chips that link to the views of a list. The choice is kept in the URL. */
export function FilterLinks({ label, links }: { label: string; links: readonly FilterLink[] }) {
  return (
    <nav aria-label={label} className="flex flex-wrap gap-2">
      {links.map(({ label: name, count, href, isCurrent }) => (
        <Link
          key={name}
          href={href}
          prefetch={false}
          scroll={false}
          aria-current={isCurrent ? 'true' : undefined}
          className="rounded-full border border-line bg-surface px-2.75 py-1 whitespace-nowrap text-muted transition-colors hover:border-line-strong aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent"
        >
          {name}
          {count !== undefined && <span className="tabular-nums"> {count}</span>}
        </Link>
      ))}
    </nav>
  )
}
