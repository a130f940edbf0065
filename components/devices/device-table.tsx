import { DeviceRow } from '@/components/devices/device-row'
import { SignOutSelected } from '@/components/devices/sign-out-selected'
import { devicesTexts } from '@/components/devices/texts'
import { DataTable } from '@/components/ui/table/data-table'
import { SelectAll } from '@/components/ui/table/select-all'
import { SelectionProvider } from '@/components/ui/table/selection-provider'
import type { DeviceView } from '@/lib/domain/sessions/schema'

const { list } = devicesTexts

const COLUMNS = [
  { name: list.columns.selection, head: <SelectAll label={list.selectAll} />, width: 'w-10' },
  { name: list.columns.device, width: 'w-2/5' },
  { name: list.columns.lastUsed, width: 'w-1/5' },
  { name: list.columns.signedIn, width: 'w-1/6' },
  { name: list.columns.expires, width: 'w-1/5' },
  { name: list.columns.actions, isNameHidden: true },
]

/** The signed-in devices, except the current one. */
export function DeviceTable({ devices }: { devices: readonly DeviceView[] }) {
  return (
    <SelectionProvider ids={devices.map(({ id }) => id)}>
      <DataTable label={list.label} columns={COLUMNS}>
        {devices.map((device) => (
          <DeviceRow key={device.id} device={device} />
        ))}
      </DataTable>
      <SignOutSelected devices={devices.map(({ id, name }) => ({ id, name }))} />
    </SelectionProvider>
  )
}
