import { eventWords } from '@/components/security/event-words'
import { securityTexts } from '@/components/security/texts'
import { RelativeTime } from '@/components/ui/time/relative-time'
import type { ToldEvent } from '@/lib/domain/activity/schema'

const { by } = securityTexts.activity

/** What happened to an account, newest first: what, when, and from where. */
export function EventList({ events }: { events: readonly ToldEvent[] }) {
  return (
    <ol className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface">
      {events.map((event) => (
        <li key={event.id} className="flex justify-between gap-x-4 px-4 py-3 max-cards:flex-col">
          <div className="min-w-0">
            <p className="wrap-anywhere">{eventWords(event)}</p>
            <p className="text-note wrap-anywhere text-muted">{whereFrom(event)}</p>
          </div>
          <p className="shrink-0 text-note text-muted">
            <RelativeTime at={event.occurred_at} />
          </p>
        </li>
      ))}
    </ol>
  )
}

/** Says by whom and from where an event was caused. */
export function whereFrom({ by_you, address, client }: ToldEvent): string {
  const parts = [client.name, address].filter((part) => part !== null)
  if (parts.length === 0) return by_you ? by.you : by.server
  return by_you ? by.youFrom(parts) : by.someoneElse(parts)
}
