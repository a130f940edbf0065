import { ReferenceCall } from '@/components/reference/reference-call'
import type { ReferenceGroup } from '@/lib/edge/openapi/schema'

/** The operations about one thing. */
export function ReferenceSection({ group }: { group: ReferenceGroup }) {
  return (
    <section aria-labelledby={group.id} className="pt-8">
      <h2 id={group.id} className="text-title font-semibold tracking-tight">
        {group.name}
      </h2>
      {group.operations.map((operation) => (
        <ReferenceCall key={operation.id} operation={operation} />
      ))}
    </section>
  )
}
