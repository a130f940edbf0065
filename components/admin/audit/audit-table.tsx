import { AuditRow } from '@/components/admin/audit/audit-row'
import { adminAuditTexts } from '@/components/admin/texts-audit'
import { DataTable } from '@/components/ui/table/data-table'
import type { AuditView } from '@/lib/domain/admin/audit/schema'

const texts = adminAuditTexts.table

const COLUMNS = [
  { name: texts.action, width: 'w-2/5' },
  { name: texts.actor, width: 'w-1/5' },
  { name: texts.target, width: 'w-1/5' },
  { name: texts.time, width: 'w-1/5' },
]

/** One page of the audit log, newest first. */
export function AuditTable({ events }: { events: readonly AuditView[] }) {
  return (
    <DataTable label={texts.label} columns={COLUMNS}>
      {events.map((event) => (
        <AuditRow key={event.id} event={event} />
      ))}
    </DataTable>
  )
}
