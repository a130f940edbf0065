import { RelativeTime } from '@/components/ui/time/relative-time'
import type { DeviceView } from '@/lib/domain/sessions/schema'

/** When a device has to sign in again at the latest, and whether resting ends it sooner. */
export function DeviceEnd({ device }: { device: Pick<DeviceView, 'expires_at' | 'idle_seconds'> }) {
  const { expires_at, idle_seconds } = device
  return (
    <>
      {expires_at === null ? (
        'Never'
      ) : (
        <>
          <span className="cards:hidden">Ends </span>
          <RelativeTime at={expires_at} />
        </>
      )}
      {idle_seconds !== null && (
        <span className="cards:block cards:text-note cards:text-muted">
          <span className="cards:hidden">, </span>sooner if unused
        </span>
      )}
    </>
  )
}
