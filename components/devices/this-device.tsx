import { DeviceName } from '@/components/devices/device-name'
import { RenameThisDevice } from '@/components/devices/rename-this-device'
import { devicesTexts } from '@/components/devices/texts'
import { DayTime } from '@/components/ui/time/day-time'
import type { DeviceView } from '@/lib/domain/sessions/schema'

const { current } = devicesTexts

/** The current device. The person signs it out with the sign-out button, not here. */
export function ThisDevice({ device }: { device: DeviceView }) {
  const { created_at, expires_at, idle_seconds, last_used_ip } = device
  return (
    <section
      aria-labelledby="this-device"
      className="mb-6 flex flex-wrap items-center gap-x-6 gap-y-3 rounded-card border border-line bg-surface px-4 py-4"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2 id="this-device" className="mb-2.5 text-label font-medium text-accent">
          {current.title}
        </h2>
        <DeviceName device={device} />
      </div>
      <div className="max-w-lead flex-1 basis-72 text-pretty text-muted">
        <p>
          {current.signedIn} <DayTime at={created_at} />
          {last_used_ip !== null && <span className="wrap-anywhere"> · {current.nowAt(last_used_ip)}</span>}
        </p>
        {expires_at !== null && (
          <p>
            {current.staysUntil} <DayTime at={expires_at} />
            {idle_seconds !== null && ` ${current.ifUsed}`}.
          </p>
        )}
      </div>
      <RenameThisDevice device={{ id: device.id, name: device.name }} />
    </section>
  )
}
