import { DeviceName } from '@/components/devices/device-name'
import { RenameThisDevice } from '@/components/devices/rename-this-device'
import { DayTime } from '@/components/ui/time/day-time'
import type { DeviceView } from '@/lib/domain/sessions/schema'

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
          This device
        </h2>
        <DeviceName device={device} />
      </div>
      <div className="max-w-lead flex-1 basis-72 text-pretty text-muted">
        <p>
          Signed in on <DayTime at={created_at} />
          {last_used_ip !== null && <span className="wrap-anywhere">, at {last_used_ip} now</span>}.
        </p>
        {expires_at !== null && (
          <p>
            It stays so until <DayTime at={expires_at} />
            {idle_seconds !== null && ' as long as you use it'}, or until you sign out.
          </p>
        )}
      </div>
      <RenameThisDevice device={{ id: device.id, name: device.name }} />
    </section>
  )
}
