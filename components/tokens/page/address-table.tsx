import { tokenPageTexts } from '@/components/tokens/texts-page'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { DataTable } from '@/components/ui/table/data-table'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { TokenUsage } from '@/lib/domain/usage/schema'

const words = tokenPageTexts.addresses
const columns = [{ name: words.address, width: 'w-1/2' }, { name: words.first }, { name: words.last }]
const inCard = 'stacked:text-note stacked:text-muted'

/** The addresses from which a token was used, and when. */
export function AddressTable({ addresses }: { addresses: TokenUsage['addresses'] }) {
  if (addresses.length === 0) return <p className="text-muted">{words.none}</p>
  return (
    <DataTable label={words.label} columns={columns}>
      {addresses.map(({ address, first_used_at, last_used_at }) => (
        <DataRow key={address} card="stacked:grid-cols-1">
          <DataCell className="font-mono wrap-anywhere">{address}</DataCell>
          <DataCell className={inCard}>
            <span className="columns:hidden">{words.first} </span>
            {first_used_at === null ? words.unknown : <RelativeTime at={first_used_at} />}
          </DataCell>
          <DataCell className={inCard}>
            <span className="columns:hidden">{words.last} </span>
            <RelativeTime at={last_used_at} />
          </DataCell>
        </DataRow>
      ))}
    </DataTable>
  )
}
