import { devicesTexts } from '@/components/devices/texts'
import type { DeviceView } from '@/lib/domain/sessions/schema'
import { Monitor, Smartphone, SquareTerminal, Tablet, type LucideIcon } from 'lucide-react'
import type { ClientView } from '@/lib/base/schema/client-view'

/** A device's name, and its client when the name does not say it. */
export function DeviceName({ device }: { device: Pick<DeviceView, 'name' | 'kind' | 'client'> }) {
  const { name, kind, client } = device
  const isNamedAfterClient = client.name === null || client.name === name
  return (
    <div className="flex items-center gap-3">
      <DeviceIcon form={client.form} />
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">{name}</p>
        <p className="text-note wrap-anywhere text-muted">
          {isNamedAfterClient ? devicesTexts.kinds[kind] : client.name}
        </p>
      </div>
    </div>
  )
}

const icons: Record<ClientView['form'], LucideIcon> = {
  computer: Monitor,
  phone: Smartphone,
  tablet: Tablet,
  program: SquareTerminal,
  unknown: Monitor,
}

/** Decorative: the name already says what the device is. */
function DeviceIcon({ form }: Pick<ClientView, 'form'>) {
  const Icon = icons[form]
  return (
    <span
      aria-hidden
      className="grid size-8.5 shrink-0 place-items-center rounded-control border border-line bg-bg text-muted"
    >
      <Icon size={17} strokeWidth={1.75} />
    </span>
  )
}
