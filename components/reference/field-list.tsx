import type { ReferenceField } from '@/lib/edge/openapi/schema'

interface FieldListProps {
  fields: readonly ReferenceField[]
  /** What is said of a field that must be there, and of one that need not. */
  required?: string
  optional?: string
}

/** Fields with their types and what they are held to. */
export function FieldList({ fields, required = '', optional = '' }: FieldListProps) {
  return (
    <ul className="divide-y divide-line">
      {fields.map(({ name, type, isRequired, note }) => (
        <li key={name} className="flex flex-wrap items-baseline gap-x-3 py-1 text-note">
          <code className="font-mono wrap-anywhere">{name}</code>
          <span className="text-muted">
            {[type, isRequired ? required : optional, note].filter(Boolean).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
