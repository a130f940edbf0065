import { DeviceRow } from '@/components/devices/device-row'
import { SignOutSelected } from '@/components/devices/sign-out-selected'
import { DataTable } from '@/components/ui/table/data-table'
import { SelectAll } from '@/components/ui/table/select-all'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import type { DeviceView } from '@/lib/domain/sessions/schema'

const COLUMNS = [
  { name: 'Selection', head: <SelectAll label="Select all devices" />, width: 'w-10' },
  { name: 'Device', width: 'w-2/5' },
  { name: 'Last seen', width: 'w-1/5' },
  { name: 'Signed in', width: 'w-1/6' },
  { name: 'Ends', width: 'w-1/5' },
  { name: 'Actions', isNameHidden: true },
]

/** The signed-in devices, except the current one. */
export function DeviceTable({ devices }: { devices: readonly DeviceView[] }) {
  return (
    <SelectionProvider ids={devices.map(({ id }) => id)}>
      <DataTable label="Other devices" columns={COLUMNS}>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </DataTable>
      <SignOutSelected devices={devices.map(({ id, name }) => ({ id, name }))} />
    </SelectionProvider>
  )
}
