'use client'

import { useId, type ReactNode } from 'react'
import { groupByDay } from '@/components/activity/group-by-day'
import { daysTexts } from '@/components/activity/texts-days'
import { useNow } from '@/components/ui/time/now-provider'
import { useTimeZone } from '@/components/ui/time/use-time-zone'

interface ActivityDaysProps {
  /** The events, newest first, each with its rendered row. */
  entries: readonly { id: string; at: string; row: ReactNode }[]
}

/** Groups events by day in the viewer's time zone, which it names once. */
export function ActivityDays({ entries }: ActivityDaysProps) {
  const id = useId()
  const nowMs = useNow()
  const timeZone = useTimeZone()
  return (
    <>
      <p className="mb-4 text-note text-muted">{daysTexts.timeZone(timeZone)}</p>
      <div className="grid gap-6">
        {groupByDay(entries, nowMs, timeZone).map((day, index) => (
          <section key={day.name} aria-labelledby={`${id}-${index}`}>
            <h2 id={`${id}-${index}`} className="mb-2 font-semibold">
              {day.name}
            </h2>
            <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
              {day.entries.map((entry) => (
                <li key={entry.id}>{entry.row}</li>
              ))}
            </ol>
          </section>
        ))}
      </div>
    </>
  )
}
