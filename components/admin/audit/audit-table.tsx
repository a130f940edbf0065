import { AuditRow } from '@/components/admin/audit/audit-row'
import { DataTable } from '@/components/ui/table/data-table'
import type { AuditView } from '@/lib/domain/admin/audit/schema'

const COLUMNS = [
  { name: 'What', width: 'w-2/5' },
  { name: 'Who', width: 'w-1/5' },
  { name: 'To what', width: 'w-1/5' },
  { name: 'When', width: 'w-1/5' },
]

/** One page of the audit log, newest first. */
export function AuditTable({ events }: { events: readonly AuditView[] }) {
  return (
    <DataTable label="Events" columns={COLUMNS}>
      {events.map((event) => (
        <AuditRow key={event.id} event={event} />
      ))}
    </DataTable>
  )
}
