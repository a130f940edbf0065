'use client'

import { dateParts } from '@/components/ui/time/date-parts'
import { formatInstant } from '@/components/ui/time/format-instant'
import { useTimeZone } from '@/components/ui/time/use-time-zone'

/** The time of day of an instant in the viewer's time zone, where the day is said elsewhere. Hovering gives both. */
export function ClockTime({ at }: { at: string }) {
  const timeZone = useTimeZone()
  const { hour, minute } = dateParts(at, timeZone)
  return (
    <time dateTime={at} title={formatInstant(at, timeZone)}>
      {`${hour}:${minute}`}
    </time>
  )
}
