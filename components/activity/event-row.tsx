import Link from 'next/link'
import type { ReactNode } from 'react'
import { eventWords } from '@/components/activity/event-words'
import { activityTexts } from '@/components/activity/texts'
import { tokenHref } from '@/components/tokens/page/token-href'
import type { ToldEvent } from '@/lib/domain/activity/schema'

/** One event: what happened, who did it and from where, and when. */
export function EventRow({ event, time }: { event: ToldEvent; time: ReactNode }) {
  return (
    <EventLine note={whoAndWhere(event)} time={time}>
      {eventWords(event).map((word, index) =>
        typeof word === 'string' ? word : <TokenName key={index} event={event} name={word.token} />,
      )}
    </EventLine>
  )
}

interface EventLineProps {
  note: string | null
  time: ReactNode
  /** What happened. */
  children: ReactNode
}

/** What happened, a note below it, and when. */
export function EventLine({ note, time, children }: EventLineProps) {
  return (
    <div className="flex justify-between gap-x-4 px-4 py-3">
      <div className="min-w-0">
        <p className="wrap-anywhere">{children}</p>
        {note !== null && <p className="text-note wrap-anywhere text-muted">{note}</p>}
      </div>
      <p className="shrink-0 text-note text-muted tabular-nums">{time}</p>
    </div>
  )
}

/** A link to the token's page while its row exists. */
function TokenName({ event: { target, target_id }, name }: { event: ToldEvent; name: string }) {
  if (target?.kind !== 'personal') return name
  return (
    <Link
      href={tokenHref(target_id)}
      prefetch={false}
      className="rounded-tag font-medium underline decoration-line-strong underline-offset-3 hover:decoration-accent"
    >
      {name}
    </Link>
  )
}

/** Says who caused an event, with which client, and from which address. */
export function whoAndWhere({ actor, address, client }: ToldEvent): string {
  return [activityTexts.actors[actor], client.name, address].filter((part) => part !== null).join(' · ')
}
