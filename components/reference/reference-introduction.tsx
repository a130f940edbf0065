import { Tag } from '@/components/ui/tag'

/** What applies to every request. */
export function ReferenceIntroduction() {
  return (
    <div className="mb-6 grid max-w-lead gap-3 text-pretty">
      <p>
        Bodies and answers are JSON. A program sends its key as <Tag>Authorization: Token $KEY</Tag>; Bearer works as
        well. Instants are RFC 3339 in UTC, durations are whole seconds.
      </p>
      <p>
        A refusal is a problem document (RFC 9457) with a stable <Tag>code</Tag>; bad input has a list of{' '}
        <Tag>errors</Tag>, each with a pointer to its field. Lists take <Tag>limit</Tag> and <Tag>cursor</Tag>, and
        answer the next cursor as <Tag>next_cursor</Tag>.
      </p>
      <p>
        For machines there is{' '}
        <a href="/api/v1/openapi.json" className="rounded-tag font-medium text-accent underline underline-offset-3">
          the same as an OpenAPI document
        </a>
        .
      </p>
    </div>
  )
}
