import { RevokeInviteButton } from '@/components/invites/revoke-invite-button'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { DataTable } from '@/components/ui/table/data-table'
import { DayTime } from '@/components/ui/time/day-time'
import { EmptyState } from '@/components/ui/empty-state'
import type { InviteView } from '@/lib/domain/invites/schema'

const COLUMNS = [
  { name: 'For', width: 'w-2/5' },
  { name: 'State', width: 'w-1/6' },
  { name: 'Ends', width: 'w-1/4' },
  { name: 'Actions', isNameHidden: true },
]

const STATES = { open: 'Open', used: 'Used', expired: 'Run out' } as const

/** The invitations with their status. */
export function InviteTable({ invites }: { invites: readonly InviteView[] }) {
  if (invites.length === 0) return <EmptyState title="No invitations" text="Those that you make stand here." />
  return (
    <DataTable label="Invitations" columns={COLUMNS}>
      {invites.map(({ id, email, status, expires_at }) => (
        <DataRow key={id} isOver={status !== 'open'}>
          <DataCell className="wrap-anywhere">{email ?? 'Whoever has the link'}</DataCell>
          <DataCell>{STATES[status]}</DataCell>
          <DataCell>
            <DayTime at={expires_at} />
          </DataCell>
          <DataCell className="cards:text-right">{status === 'open' && <RevokeInviteButton id={id} />}</DataCell>
        </DataRow>
      ))}
    </DataTable>
  )
}
