import { DeviceActions } from '@/components/devices/device-actions'
import { DeviceEnd } from '@/components/devices/device-end'
import { DeviceLastSeen } from '@/components/devices/device-last-seen'
import { DeviceName } from '@/components/devices/device-name'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { DayTime } from '@/components/ui/time/day-time'
import { SelectOne } from '@/components/ui/table/select-one'
import type { DeviceView } from '@/lib/domain/sessions/schema'

const inCard = 'max-cards:col-start-2 max-cards:col-span-2 max-cards:text-note max-cards:text-muted'

/** A device that can be signed out: a row of the table, a card where it is narrow. */
export function DeviceRow({ device }: { device: DeviceView }) {
  return (
    <DataRow card="max-cards:grid-cols-[auto_minmax(0,1fr)_auto]">
      <DataCell className="max-cards:self-center cards:pr-0">
        <SelectOne id={device.id} label={`Select ${device.name}`} />
      </DataCell>
      <DataCell>
        <DeviceName device={device} />
      </DataCell>
      <DataCell className={inCard}>
        <DeviceLastSeen device={device} />
      </DataCell>
      <DataCell className={inCard}>
        <span className="cards:hidden">Signed in </span>
        <DayTime at={device.created_at} />
      </DataCell>
      <DataCell className={inCard}>
        <DeviceEnd device={device} />
      </DataCell>
      <DataCell className="text-right max-cards:col-start-3 max-cards:row-start-1 max-cards:-mr-2 max-cards:self-center">
        <DeviceActions device={device} />
      </DataCell>
    </DataRow>
  )
}
