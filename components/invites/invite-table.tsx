import { RevokeInviteButton } from '@/components/invites/revoke-invite-button'
import { invitesTexts } from '@/components/invites/texts'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { DataTable } from '@/components/ui/table/data-table'
import { DayTime } from '@/components/ui/time/day-time'
import { EmptyState } from '@/components/ui/empty-state'
import type { InviteView } from '@/lib/domain/invites/schema'

const texts = invitesTexts.table

const COLUMNS = [
  { name: texts.columns.recipient, width: 'w-2/5' },
  { name: texts.columns.status, width: 'w-1/6' },
  { name: texts.columns.expires, width: 'w-1/4' },
  { name: texts.columns.actions, isNameHidden: true },
]

/** The invitations with their status. */
export function InviteTable({ invites }: { invites: readonly InviteView[] }) {
  if (invites.length === 0) return <EmptyState {...texts.empty} />
  return (
    <DataTable label={texts.label} columns={COLUMNS}>
      {invites.map(({ id, email, status, expires_at }) => (
        <DataRow key={id} isOver={status !== 'open'}>
          <DataCell className="wrap-anywhere">{email ?? texts.anyone}</DataCell>
          <DataCell>{texts.status[status]}</DataCell>
          <DataCell>
            <DayTime at={expires_at} />
          </DataCell>
          <DataCell className="columns:text-right">{status === 'open' && <RevokeInviteButton id={id} />}</DataCell>
        </DataRow>
      ))}
    </DataTable>
  )
}
