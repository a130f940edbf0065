import type { ReactNode } from 'react'
import { changesOf } from '@/components/admin/account-actions/changes-of'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import type { AuditView } from '@/lib/domain/admin/audit/schema'

const texts = adminAuditTexts.details

/**
 * What the audit log knows about an event beyond its row: the changes, the acting token, the client and the request.
 */
export function AuditChanges({ event }: { event: AuditView }) {
  const { id, details, user_agent, request_id, actor } = event
  const facts = [
    [texts.userAgent, user_agent],
    [texts.tokenId, actor?.token_id ?? null],
    [texts.requestId, request_id],
    [texts.eventId, id],
  ] as const
  return (
    <details className="mt-1 text-note">
      <summary className="w-fit cursor-pointer rounded-tag text-muted hover:text-text">{texts.open}</summary>
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 wrap-anywhere">
        {changesOf(details).map(({ name, before, after }) => (
          <Entry key={name} name={texts.field(name)}>
            {before !== undefined && (
              <>
                <del className="text-danger">
                  <span className="sr-only">{texts.before} </span>
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
                <span className="sr-only">{texts.after} </span>
                {after ?? texts.values.none}
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
