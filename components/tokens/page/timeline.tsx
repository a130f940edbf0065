import { EventLine, whoAndWhere } from '@/components/activity/event-row'
import { eventText } from '@/components/activity/event-words'
import { rejectionBursts } from '@/components/tokens/page/usage-points'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { inFigures } from '@/components/ui/chart/in-figures'
import { DayTime } from '@/components/ui/time/day-time'
import type { TokenEvents } from '@/lib/domain/activity/schema'
import type { TokenUsage } from '@/lib/domain/usage/schema'

const words = tokenPageTexts.timeline

interface Entry {
  key: string
  at: string
  title: string
  note: string | null
}

interface TimelineProps {
  createdAt: string
  events: TokenEvents
  hours: TokenUsage['items']
}

/**
 * What happened to a token, newest first: changes, and hours in which many requests were rejected. The audit log may
 * no longer have its creation.
 */
export function Timeline({ createdAt, events: { items, isCut }, hours }: TimelineProps) {
  const changes = items.map((event): Entry => {
    return { key: event.id, at: event.occurred_at, title: eventText(event), note: whoAndWhere(event) }
  })
  const bursts = rejectionBursts(hours).map(({ at, count }): Entry => {
    return { key: at, at, title: words.burst(inFigures(count)), note: null }
  })
  const isCreationTold = isCut || items.some(({ action }) => action === 'token.created')
  const creation = { key: 'created', at: createdAt, title: words.created, note: null }
  const told = isCreationTold ? changes : [...changes, creation]
  const entries = [...told, ...bursts].sort((one, other) => (one.at < other.at ? 1 : -1))
  return (
    <>
      <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
        {entries.map(({ key, at, title, note }) => (
          <li key={key}>
            <EventLine note={note} time={<DayTime at={at} />}>
              {title}
            </EventLine>
          </li>
        ))}
      </ol>
      {isCut && <p className="mt-3 text-note text-muted">{words.more}</p>}
    </>
  )
}
