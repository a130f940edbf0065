import Link from 'next/link'
import { AccountName } from '@/components/admin/accounts/account-name'
import { auditHref } from '@/components/admin/audit/audit-address'
import { AuditChanges } from '@/components/admin/audit/audit-changes'
import { auditWords } from '@/components/admin/audit/audit-words'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { AuditView } from '@/lib/domain/admin/audit/schema'

const texts = adminAuditTexts.row

const inCard = 'stacked:text-note stacked:text-muted'
const ID_END = -6

/** One event of the audit log with expandable details; a card on narrow screens. */
export function AuditRow({ event }: { event: AuditView }) {
  const { action, actor, occurred_at, target_type, target_id, user, address } = event
  return (
    <DataRow card="stacked:grid-cols-[minmax(0,1fr)]">
      <DataCell>
        <div className="font-medium">{auditWords(action)}</div>
        <AuditChanges event={event} />
      </DataCell>
      <DataCell className={inCard}>
        <span className="columns:hidden">{texts.by} </span>
        {actor === null ? <span className="text-muted">{texts.server}</span> : <Person person={actor} />}
        {address !== null && (
          <span className="wrap-anywhere columns:block columns:text-note columns:text-muted">
            <span className="columns:hidden"> {texts.from} </span>
            {address}
          </span>
        )}
      </DataCell>
      <DataCell className={inCard}>
        <span className="columns:hidden">{texts.on} </span>
        {target_type === 'account' && user?.id === target_id ? (
          <Person person={user} />
        ) : (
          <>
            <Link
              href={auditHref({ target: target_id })}
              prefetch={false}
              title={texts.showEventsOf(target_id)}
              className="-mx-1 rounded-tag px-1 underline decoration-line-strong underline-offset-3 hover:decoration-accent"
            >
              {targetWords(target_type)} <span className="font-mono text-label">…{target_id.slice(ID_END)}</span>
            </Link>
            {user !== null && (
              <span className="columns:block columns:text-note columns:text-muted">
                {' '}
                {texts.ownedBy} <Person person={user} />
              </span>
            )}
          </>
        )}
      </DataCell>
      <DataCell className={`stacked:-order-1 ${inCard}`}>
        <RelativeTime at={occurred_at} />
      </DataCell>
    </DataRow>
  )
}

function targetWords(type: string): string {
  return (texts.targetTypes as Readonly<Record<string, string>>)[type] ?? type.replaceAll('_', ' ')
}

function Person({ person: { id, username } }: { person: { id: string; username: string | null } }) {
  if (username !== null) return <AccountName account={{ id, username }} />
  return (
    <span className="text-muted" title={id}>
      {texts.deletedAccount}
    </span>
  )
}
