import { FieldList } from '@/components/reference/field-list'
import { Fold } from '@/components/reference/fold'
import { MethodWord } from '@/components/reference/method-word'
import { CodeBlock } from '@/components/ui/code-block'
import type { ReferenceOperation } from '@/lib/edge/openapi/schema'

/** One call: what it does, who may, how to make it, what goes in and out and what can go wrong. */
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
      <CodeBlock text={curl} what={`the call of ${method} ${path}`} />
      <div>
        {parameters.length > 0 && (
          <Fold title="In the address">
            <FieldList fields={parameters} required="required" />
          </Fold>
        )}
        {body.length > 0 && (
          <Fold title="In the body">
            <FieldList fields={body} required="required" />
          </Fold>
        )}
        <Fold title={`The answer: ${status}`}>
          {answer.length > 0 ? (
            <FieldList fields={answer} optional="may be missing" />
          ) : (
            <p className="text-note text-muted">Without a body.</p>
          )}
        </Fold>
        <Fold title="Refusals">
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
