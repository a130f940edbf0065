import { RelativeTime } from '@/components/ui/time/relative-time'
import type { DeviceView } from '@/lib/domain/sessions/schema'

/** When a device was last seen, and from which address. */
export function DeviceLastSeen({ device }: { device: Pick<DeviceView, 'last_used_at' | 'last_used_ip'> }) {
  const { last_used_at, last_used_ip } = device
  if (last_used_at === null) return <span className="text-muted">Not seen since it signed in</span>
  return (
    <>
      <span className="cards:hidden">Seen </span>
      <RelativeTime at={last_used_at} />
      {last_used_ip !== null && (
        <span className="wrap-anywhere cards:block cards:text-note cards:text-muted">
          <span className="cards:hidden"> from </span>
          {last_used_ip}
        </span>
      )}
    </>
  )
}
