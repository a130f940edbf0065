import { DeviceIcon } from '@/components/devices/device-icon'
import type { DeviceView } from '@/lib/domain/sessions/schema'

const kindWords: Record<DeviceView['kind'], string> = {
  session: 'Browser',
  device: 'Program',
  refresh: 'Program',
  personal: 'Token',
}

/** What a device is called, and what it is where the name does not say so. */
export function DeviceName({ device }: { device: Pick<DeviceView, 'name' | 'kind' | 'client'> }) {
  const { name, kind, client } = device
  const isNamedAfterClient = client.name === null || client.name === name
  return (
    <div className="flex items-center gap-3">
      <DeviceIcon form={client.form} />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-note wrap-anywhere text-muted">{isNamedAfterClient ? kindWords[kind] : client.name}</p>
      </div>
    </div>
  )
}
