import { daysTexts } from '@/components/activity/texts-days'
import { dateParts } from '@/components/ui/time/date-parts'

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** The entries of one day in a time zone. */
export interface Day<Entry> {
  name: string
  entries: Entry[]
}

/**
 * Groups entries by their day in a time zone, in the order given. Names the days “Today”, “Yesterday” and “Wednesday,
 * November 25”, with the year if it is not the current one.
 */
export function groupByDay<Entry extends { at: string }>(
  entries: readonly Entry[],
  nowMs: number,
  timeZone: string,
): Day<Entry>[] {
  const today = dateParts(nowMs, timeZone)
  // Noon of the day before, whatever the clocks do at night.
  const sinceNoon = (Number(today.hour) + 12) * HOUR_MS + Number(today.minute) * MINUTE_MS
  const relative = new Map([
    [nameOf(dateParts(nowMs - sinceNoon, timeZone), null), daysTexts.yesterday],
    [nameOf(today, null), daysTexts.today],
  ])
  const days: Day<Entry>[] = []
  for (const entry of entries) {
    const parts = dateParts(entry.at, timeZone)
    const name = relative.get(nameOf(parts, null)) ?? nameOf(parts, today.year)
    const last = days.at(-1)
    if (last?.name === name) last.entries.push(entry)
    else days.push({ name, entries: [entry] })
  }
  return days
}

function nameOf({ weekday, month, day, year }: ReturnType<typeof dateParts>, currentYear: string | null): string {
  return `${weekday}, ${month} ${day}${year === currentYear ? '' : `, ${year}`}`
}
