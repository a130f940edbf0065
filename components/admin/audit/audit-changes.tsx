import type { ReactNode } from 'react'
import { changesOf } from '@/components/admin/account-actions/changes-of'
import type { AuditView } from '@/lib/domain/admin/audit/schema'

/**
 * What the audit log knows about an event beyond its row: the changes, the acting token, the client and the request.
 */
export function AuditChanges({ event }: { event: AuditView }) {
  const { id, details, user_agent, request_id, actor } = event
  const facts = [
    ['client', user_agent],
    ['by token', actor?.token_id ?? null],
    ['request', request_id],
    ['event', id],
  ] as const
  return (
    <details className="mt-1 text-note">
      <summary className="w-fit cursor-pointer rounded-tag text-muted hover:text-text">Details</summary>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 wrap-anywhere">
        {changesOf(details).map(({ name, before, after }) => (
          <Entry key={name} name={name.replaceAll('_', ' ')}>
            {before !== undefined && (
              <>
                <del className="text-danger">
                  <span className="sr-only">before: </span>
                  {before}
                </del>{' '}
                <span aria-hidden className="text-faint">
                  →
                </span>{' '}
              </>
            )}
            {before === undefined ? (
              after
            ) : (
              <ins className="text-accent no-underline">
                <span className="sr-only">after: </span>
                {after ?? 'none'}
              </ins>
            )}
          </Entry>
        ))}
        {facts.map(
          ([name, text]) =>
            text !== null && (
              <Entry key={`its ${name}`} name={name}>
                <span className="text-muted">{text}</span>
              </Entry>
            ),
        )}
      </dl>
    </details>
  )
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}
