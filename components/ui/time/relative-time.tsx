'use client'

import { formatInstant } from '@/components/ui/time/format-instant'
import { formatRelative } from '@/components/ui/time/format-relative'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'

/** An instant in relative words. Hovering and screen readers give the exact time in the viewer's time zone. */
export function RelativeTime({ at }: { at: string }) {
  const nowMs = useNow()
  const timeZone = useTimeZone()
  const exact = formatInstant(at, timeZone)
  return (
    <time dateTime={at} title={exact} className="whitespace-nowrap">
      {formatRelative(at, nowMs, timeZone)}
      <span className="sr-only"> ({exact})</span>
    </time>
  )
}
