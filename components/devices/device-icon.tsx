import { Monitor, Smartphone, SquareTerminal, Tablet, type LucideIcon } from 'lucide-react'
import type { ClientView } from '@/lib/base/schema/client-view'

const icons: Record<ClientView['form'], LucideIcon> = {
  computer: Monitor,
  phone: Smartphone,
  tablet: Tablet,
  program: SquareTerminal,
  unknown: Monitor,
}

/** The outline of a device, for the eyes alone: its name says what it is. */
export function DeviceIcon({ form }: Pick<ClientView, 'form'>) {
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
