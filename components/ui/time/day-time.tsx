'use client'

import { formatDay } from '@/components/ui/time/format-day'
import { formatInstant } from '@/components/ui/time/format-instant'
import { useTimeZone } from '@/components/ui/time/use-time-zone'

/** The day of an instant. Hovering and screen readers give the exact time in the viewer's time zone. */
export function DayTime({ at }: { at: string }) {
  const timeZone = useTimeZone()
  const exact = formatInstant(at, timeZone)
  return (
    <time dateTime={at} title={exact} className="whitespace-nowrap">
      {formatDay(at, timeZone)}
      <span className="sr-only"> ({exact})</span>
    </time>
  )
}
