import { MethodWord } from '@/components/reference/method-word'
import { referenceTexts } from '@/components/reference/texts'
import type { ReferenceGroup } from '@/lib/edge/openapi/schema'

/** A link to each operation of the page. */
export function ReferenceContents({ groups }: { groups: readonly ReferenceGroup[] }) {
  return (
    <nav
      aria-label={referenceTexts.contents.label}
      className="mb-4 rounded-card border border-line bg-surface px-4 pt-3.5 pb-4 cards:columns-2 cards:gap-8"
    >
      {groups.map(({ id, name, operations }) => (
        <div key={id} className="mb-4 break-inside-avoid last:mb-0">
          <p className="mb-1 font-medium">{name}</p>
          <ul>
            {operations.map((operation) => (
              <li key={operation.id}>
                <a
                  href={`#${operation.id}`}
                  className="flex items-baseline rounded-tag py-0.5 text-muted hover:text-text hover:underline"
                >
                  <MethodWord method={operation.method} />
                  <span className="min-w-0 font-mono text-label wrap-anywhere">
                    {operation.path.replace('/api/v1', '')}
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
