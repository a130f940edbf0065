import { DeviceActions } from '@/components/devices/device-actions'
import { DeviceName } from '@/components/devices/device-name'
import { devicesTexts } from '@/components/devices/texts'
import { DataCell } from '@/components/ui/table/data-cell'
import { DataRow } from '@/components/ui/table/data-row'
import { DayTime } from '@/components/ui/time/day-time'
import { SelectOne } from '@/components/ui/table/select-one'
import type { DeviceView } from '@/lib/domain/sessions/schema'
import { RelativeTime } from '@/components/ui/time/relative-time'

const { list } = devicesTexts

const inCard = 'stacked:col-start-2 stacked:col-span-2 stacked:text-note stacked:text-muted'

/** A device that can be signed out: a table row, or a card on narrow screens. */
export function DeviceRow({ device }: { device: DeviceView }) {
  return (
    <DataRow card="stacked:grid-cols-[auto_minmax(0,1fr)_auto]">
      <DataCell className="columns:pr-0 stacked:self-center">
        <SelectOne id={device.id} label={list.select(device.name)} />
      </DataCell>
      <DataCell>
        <DeviceName device={device} />
      </DataCell>
      <DataCell className={inCard}>
        <DeviceLastUse device={device} />
      </DataCell>
      <DataCell className={inCard}>
        <span className="columns:hidden">{list.signedIn} </span>
        <DayTime at={device.created_at} />
      </DataCell>
      <DataCell className={inCard}>
        <DeviceEnd device={device} />
      </DataCell>
      <DataCell className="text-right stacked:col-start-3 stacked:row-start-1 stacked:-mr-2 stacked:self-center">
        <DeviceActions device={device} />
      </DataCell>
    </DataRow>
  )
}

/** When a device's sign-in expires at the latest, and whether it expires sooner if unused. */
function DeviceEnd({ device }: { device: Pick<DeviceView, 'expires_at' | 'idle_seconds'> }) {
  const { expires_at, idle_seconds } = device
  return (
    <>
      {expires_at === null ? (
        list.noExpiry
      ) : (
        <>
          <span className="columns:hidden">{list.expires} </span>
          <RelativeTime at={expires_at} />
        </>
      )}
      {idle_seconds !== null && (
        <span className="columns:block columns:text-note columns:text-muted">
          <span className="columns:hidden">, </span>
          {list.soonerIfInactive}
        </span>
      )}
    </>
  )
}

/** When a device was last used, and from which IP address. */
function DeviceLastUse({ device }: { device: Pick<DeviceView, 'last_used_at' | 'last_used_ip'> }) {
  const { last_used_at, last_used_ip } = device
  if (last_used_at === null) return <span className="text-muted">{list.neverUsed}</span>
  return (
    <>
      <span className="columns:hidden">{list.lastUsed} </span>
      <RelativeTime at={last_used_at} />
      {last_used_ip !== null && (
        <span className="wrap-anywhere columns:block columns:text-note columns:text-muted">
          <span className="columns:hidden"> {list.from} </span>
          {last_used_ip}
        </span>
      )}
    </>
  )
}
