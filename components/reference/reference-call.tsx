import { MethodWord } from '@/components/reference/method-word'
import { referenceTexts } from '@/components/reference/texts'
import { CodeBlock } from '@/components/ui/code-block'
import type { ReferenceOperation, ReferenceField } from '@/lib/edge/openapi/schema'
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

const texts = referenceTexts.operation

/** One operation: what it does, who may use it, an example, its input and output, and its errors. */
export function ReferenceCall({ operation }: { operation: ReferenceOperation }) {
  const { id, method, path, summary, access, curl, parameters, body, status, answer, errors } = operation
  return (
    <article aria-labelledby={id} className="grid gap-2.5 border-b border-line py-6">
      <div>
        <h3 id={id} className="scroll-mt-4 font-mono font-medium">
          <MethodWord method={method} />
          <span className="wrap-anywhere">{path}</span>
        </h3>
        <p className="mt-1">{summary}.</p>
        <p className="text-note text-muted">{access}</p>
      </div>
      <CodeBlock text={curl} what={texts.command(method, path)} />
      <div>
        {parameters.length > 0 && (
          <Fold title={texts.parameters}>
            <FieldList fields={parameters} required={texts.required} />
          </Fold>
        )}
        {body.length > 0 && (
          <Fold title={texts.body}>
            <FieldList fields={body} required={texts.required} />
          </Fold>
        )}
        <Fold title={texts.response(status)}>
          {answer.length > 0 ? (
            <FieldList fields={answer} optional={texts.optional} />
          ) : (
            <p className="text-note text-muted">{texts.noContent}</p>
          )}
        </Fold>
        <Fold title={texts.errors}>
          <ul className="grid gap-1">
            {errors.map(({ status: refusal, codes }) => (
              <li key={refusal} className="flex gap-3 text-note">
                <span className="w-8 shrink-0 font-mono">{refusal}</span>
                <span className="font-mono text-label wrap-anywhere text-muted">{codes.join(', ')}</span>
              </li>
            ))}
          </ul>
        </Fold>
      </div>
    </article>
  )
}

interface FieldListProps {
  fields: readonly ReferenceField[]
  /** What to say about a required field, and about an optional one. */
  required?: string
  optional?: string
}

/** Fields with their types and constraints. */
function FieldList({ fields, required = '', optional = '' }: FieldListProps) {
  return (
    <ul className="divide-y divide-line">
      {fields.map(({ name, type, isRequired, note, description }) => (
        <li key={name} className="flex flex-wrap items-baseline gap-x-3 py-1 text-note">
          <code className="font-mono wrap-anywhere">{name}</code>
          <span className="text-muted">
            {[[type, isRequired ? required : optional, note].filter(Boolean).join(', '), description]
              .filter(Boolean)
              .join('. ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** A native `<details>` element, which the browser's page search can open. */
function Fold({ title, children }: { title: string; children: ReactNode }) {
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
