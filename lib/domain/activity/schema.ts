import * as z from 'zod'
import type { EventActor } from '@/lib/domain/activity/event-actor'
import type { ClientView } from '@/lib/base/schema/client-view'
import type { NamedToken } from '@/lib/domain/tokens/schema'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, uuid } from '@/lib/base/schema/text'

/** The kinds of events that an owner can filter by. */
export const eventKinds = ['sign_ins', 'tokens', 'account'] as const

export type EventKind = (typeof eventKinds)[number]

export const listEventsQuery = z.strictObject({
  ...listFields,
  kind: z
    .enum(eventKinds, `Must be one of ${eventKinds.join(', ')}`)
    .optional()
    .describe('Only events of this kind: sign_ins, tokens or account. Default: events of every kind.'),
})

export type ListEventsQuery = z.infer<typeof listEventsQuery>

/** An event of an account, as its owner sees it. */
export const eventView = z.object({
  id: uuid.describe('The event’s ID (UUIDv7).'),
  occurred_at: instant.describe('When it happened (RFC 3339, UTC).'),
  action: z.string().describe('What happened, such as token.revoked.'),
  target_type: z.string().describe('What the event is about, such as token or account.'),
  target_id: z.string().describe('The ID of the token, account or other object that the event is about.'),
  by_you: z.boolean().describe('Whether your account did it.'),
  address: z.string().nullable().describe('The IP address that the request came from; null if unknown.'),
  user_agent: z.string().nullable().describe('The User-Agent header of the request; null if it had none.'),
  details: z.record(z.string(), z.unknown()).describe('More about the event. The members depend on the action.'),
})

export const eventPage = pageOf(eventView)

export type EventPage = z.infer<typeof eventPage>

/** An event with who did it, and with the names by which a person recognizes the token and the client. */
export type ToldEvent = EventPage['items'][number] & {
  actor: EventActor
  /** The token that the event is about, while its row exists. */
  target: NamedToken | null
  client: ClientView
}

/** A page of events with names. */
export interface ToldEventPage {
  items: ToldEvent[]
  next_cursor: string | null
}

/** The newest events of a token. */
export interface TokenEvents {
  items: ToldEvent[]
  /** Whether older events are left out. */
  isCut: boolean
}
